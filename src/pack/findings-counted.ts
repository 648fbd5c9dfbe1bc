import { Stack } from 'aws-cdk-lib';
import type { PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { announcement, listed } from './announcements';
import { counted } from './counted';
import { GateMode } from './gate-props';
import type { ServerlessSecurityChecksProps } from './gate-props';
import type { ReportedSeverity } from './levels';
import { reportedPathOf } from './reported-path';
import { topLevelStackOf } from './stage-templates';
import { isReportReadByCli } from './unselected-stages';

/** Up to here whoever reads the terminal counts them at a glance. */
const countedAtAGlance = 20;

/** One of the findings that are told and that nobody accepted. */
export interface OpenFinding {
  readonly name: string;
  /** How it would be reported if the gate did not only report. */
  readonly weight: ReportedSeverity;
  /** Where it is; what is said about the gate is nowhere. */
  readonly construct?: IConstruct;
}

/**
 * How many findings there are, as the last thing that is printed; nothing where they are few.
 *
 * Where the gate only reports: how many would fail, because all of them are printed as warnings.
 */
export function findingsCounted(
  root: IConstruct,
  open: readonly OpenFinding[],
  { mode, baseline }: ServerlessSecurityChecksProps,
): PolicyViolation[] {
  const onlyReports = mode === GateMode.REPORT;
  const findings = open.filter(({ weight }) => weight !== 'info');
  if (findings.length === 0 || (!onlyReports && findings.length <= countedAtAGlance)) return [];
  const failing = findings.filter(({ weight }) => weight === 'fatal' || weight === 'error');
  const [description, fix] = onlyReports ? ofReportMode(findings, failing) : ofAll(findings);
  const violation = announcement('', 'findings-counted', 'info', description, baseline === undefined ? fix : undefined);
  // The CLI fails for whatever is left of a report that fails: without a construct, for a stack that has nothing, too.
  const failed = onlyReports || !isReportReadByCli(root) ? undefined : failing.find(({ construct }) => construct);
  const constructPath = failed && reportedPathOf(topLevelStackOf(Stack.of(failed.construct!)));
  return [{ ...violation, violatingResources: [{ constructPath, locations: [] }] }];
}

function ofAll(findings: readonly OpenFinding[]): [description: string, fix: string] {
  return [
    `${numberOf(findings)}: ${bySeverity(findings)}. The gravest stand first. By rule: ${byRule(findings)}`,
    'start with what fails; a `baseline` keeps what is there already, and only what is new fails',
  ];
}

function ofReportMode(
  findings: readonly OpenFinding[],
  failing: readonly OpenFinding[],
): [description: string, fix: string] {
  if (failing.length === 0) {
    return [`${numberOf(findings)}, none of which would fail without report mode`, 'leave out `mode`'];
  }
  return [
    `${numberOf(findings)}, ${failing.length} of which would fail without report mode (${bySeverity(failing)}): ${byRule(failing)}`,
    'fix them, or write a `baseline` and leave out `mode`: then only what is new fails',
  ];
}

function numberOf(findings: readonly OpenFinding[]): string {
  const stacks = new Set(findings.flatMap(({ construct }) => (construct ? topLevelStackOf(Stack.of(construct)) : [])));
  return `${counted(findings.length, 'finding')}${stacks.size > 0 ? ` in ${counted(stacks.size, 'stack')}` : ''}`;
}

function bySeverity(findings: readonly OpenFinding[]): string {
  const all = (severity: ReportedSeverity) => findings.filter(({ weight }) => weight === severity).length;
  const [fatal, errors, warnings] = [all('fatal'), all('error'), all('warning')];
  return [
    fatal > 0 && `${fatal} fatal`,
    errors > 0 && counted(errors, 'error'),
    warnings > 0 && counted(warnings, 'warning'),
  ]
    .filter((one) => one !== false)
    .join(', ');
}

function byRule(findings: readonly OpenFinding[]): string {
  const numbers = new Map<string, number>();
  for (const { name } of findings) numbers.set(name, (numbers.get(name) ?? 0) + 1);
  const rules = [...numbers].sort(([, one], [, other]) => other - one);
  return listed(
    rules.map(([name, number]) => `${name} ${number}`),
    ' rules',
  );
}
