import type { PolicyViolation } from 'aws-cdk-lib';
import type { BaselineEntry } from './baseline-file';
import { counted } from './counted';
import { escape } from './escape';
import type { BreakGlass } from './gate-props';
import type { LoweredLevel, ReportedSeverity } from './levels';
import type { OwnFinding } from './own-findings';
import { RuleLevelKind } from './rule-level';

/** Shown in full; the others are counted. */
const maximumListed = 10;

/** Something about the gate itself: it has no construct, so that the CDK CLI never leaves it out. */
export function announcement(
  templatePath: string,
  ruleName: OwnFinding,
  severity: ReportedSeverity,
  description: string,
  fix?: string,
): PolicyViolation {
  return {
    ruleName,
    severity,
    description: escape(description),
    fix: fix === undefined ? undefined : escape(fix),
    violatingResources: [{ templatePath, locations: [] }],
  };
}

export function loweredLevel(templatePath: string, { level, insteadOf }: LoweredLevel): PolicyViolation {
  const { rule, scope, reason = '' } = level;
  const how = level.level === RuleLevelKind.OFF ? 'is off' : `is reported as ${level.level}`;
  const where = scope === undefined ? 'everywhere' : `in '${scope}'`;
  return announcement(
    templatePath,
    'lowered-level',
    'info',
    `'${rule}' ${how} instead of ${insteadOf} ${where}: ${reason}`,
  );
}

export function levelWithoutConstruct(templatePath: string, scope: string, meant: string): PolicyViolation {
  return announcement(
    templatePath,
    'level-without-construct',
    'error',
    `a level is given for '${scope}', which is the path of no construct${meant}, and changes nothing`,
    'write the path as findings name it, or remove the level',
  );
}

/** All in one, because each stands in the file, and would be printed at every synthesis. */
export function knownFindings(
  templatePath: string,
  baseline: string,
  pathsByRule: ReadonlyMap<string, readonly string[]>,
  toldEachTime: number,
): PolicyViolation {
  const rules = [...pathsByRule].sort(([, one], [, other]) => other.length - one.length);
  const count = rules.reduce((sum, [, paths]) => sum + paths.length, 0);
  const numbers = rules.map(([name, paths]) => `${name} ${paths.length}`);
  const told = toldEachTime > 0 ? `, ${toldEachTime} of them critical and told above` : '';
  return {
    ...announcement(
      templatePath,
      'baseline-known',
      'info',
      `${counted(count, 'known finding')} left in '${baseline}'${told}: ${listed(numbers, ' rules')}`,
      'fix them where you work anyway, and write the file again: it says where each is',
    ),
    ruleMetadata: Object.fromEntries(rules.map(([name, paths]) => [escape(name), escape(paths.join(', '))])),
  };
}

export function missingBaseline(templatePath: string, baseline: string, write: string): PolicyViolation {
  return announcement(
    templatePath,
    'baseline-missing',
    'warning',
    `'${baseline}' is not there, so no finding is known`,
    `write it with \`cdk synth -c ${write}=true\`, or leave 'baseline' out; its path starts where the app runs`,
  );
}

/** @param meant the path that was probably meant, where no construct has the one that was written */
export function idleGlass(
  templatePath: string,
  { rule, constructPath, reason }: BreakGlass,
  meant: string,
): PolicyViolation {
  return announcement(
    templatePath,
    'break-glass-stale',
    'warning',
    `'breakGlass' of '${rule}' at '${constructPath}'${meant} lets nothing through, in no Stage: it would let the next finding through. Its reason was: ${reason}`,
    "remove it from 'breakGlass', or write the path that the finding names",
  );
}

export function fixedFindings(
  templatePath: string,
  baseline: string,
  fixed: readonly BaselineEntry[],
  strict: boolean | undefined,
): PolicyViolation {
  const places = fixed.map(({ rule, constructPath }) => `${rule} at ${constructPath}`);
  return announcement(
    templatePath,
    'baseline-fixed',
    strict ? 'error' : 'warning',
    `'${baseline}' holds ${counted(fixed.length, 'finding')} that ${fixed.length === 1 ? 'is' : 'are'} fixed or accepted, and could come back unseen: ${listed(places)}`,
    'write the file again: `cdk synth -c cdk-secure-serverless:write-baseline=true`',
  );
}

/** The first of many, and how many there are beside them. */
export function listed(texts: readonly string[], what = ''): string {
  const shown = texts.slice(0, maximumListed);
  const others = texts.length - shown.length;
  return [...shown, ...(others > 0 ? [`${others} more${what}`] : [])].join(', ');
}
