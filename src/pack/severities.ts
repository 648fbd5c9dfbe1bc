import type { Finding } from '../rules';
import { letsThrough } from './break-glass';
import { daysSince } from './calendar-day';
import { escape } from './escape';
import { GateMode } from './gate-props';
import type { ServerlessSecurityChecksProps } from './gate-props';
import { isMilder, reportedAs } from './levels';
import type { Levels, ReportedSeverity } from './levels';
import { RuleLevelKind } from './rule-level';

export interface Judgement {
  readonly severity: ReportedSeverity;
  /** What it would be, where the gate only reports. */
  readonly withoutReportMode?: ReportedSeverity;
  /** Why it is milder than the rule says. */
  readonly remark?: string;
}

/** How grave it is, whatever the mode of the gate. */
export function weightOf({ severity, withoutReportMode }: Judgement): ReportedSeverity {
  return withoutReportMode ?? severity;
}

/**
 * How a finding is reported, by its rule and by what the gate was told; `undefined` where its rule is off.
 *
 * @param hidesEnforced whether nobody can tell what a property is that one of our constructs had set
 */
export function judge(
  finding: Finding,
  constructPath: string,
  hidesEnforced: boolean,
  props: ServerlessSecurityChecksProps,
  levels: Levels,
): Judgement | undefined {
  const judgement = atLevel(finding, constructPath, hidesEnforced, props, levels);
  if (!judgement) return undefined;
  const judged = judgement.severity === 'fatal' ? behindGlass(finding, constructPath, judgement, props) : judgement;
  return props.mode === GateMode.REPORT ? onlyReported(judged) : judged;
}

function onlyReported({ severity, remark }: Judgement): Judgement {
  if (severity !== 'fatal' && severity !== 'error') return { severity: 'warning', remark };
  const wouldBe =
    severity === 'fatal'
      ? 'fatal without report mode, where it cannot be acknowledged'
      : 'an error without report mode';
  return {
    severity: 'warning',
    withoutReportMode: severity,
    remark: [wouldBe, remark].filter((one) => one !== undefined).join('; '),
  };
}

function atLevel(
  finding: Finding,
  constructPath: string,
  hidesEnforced: boolean,
  { strict }: ServerlessSecurityChecksProps,
  levels: Levels,
): Judgement | undefined {
  const { rule, outcome, severity: milder } = finding;
  const unknown = outcome === 'unknown';
  const ofRule = unknown ? 'warning' : reportedAs(rule.severity, strict);
  const severity = unknown ? (hidesEnforced ? 'error' : 'warning') : reportedAs(milder ?? rule.severity, strict);
  const given = levels.of(finding, constructPath);
  if (!given) return { severity };

  const { level, reason } = given;
  if (isMilder(level, ofRule)) {
    if (hidesEnforced || !isMilder(level, severity)) return { severity };
    if (level === RuleLevelKind.OFF) return undefined;
    return { severity: level, remark: `reported as ${level} instead of ${severity}: ${escape(reason ?? '')}` };
  }
  const raised = isMilder(ofRule, level) && isMilder(severity, level);
  return raised && level !== RuleLevelKind.OFF ? { severity: level } : { severity };
}

function behindGlass(
  finding: Finding,
  constructPath: string,
  judgement: Judgement,
  { breakGlass = [] }: ServerlessSecurityChecksProps,
): Judgement {
  const candidates = breakGlass.filter((glass) => letsThrough(glass, finding, constructPath));
  const glass = candidates.find(({ expires }) => daysSince(expires) <= 0) ?? candidates[0];
  if (!glass) return judgement;
  const { expires, reason } = glass;
  return daysSince(expires) > 0
    ? { ...judgement, remark: `it was let through until ${escape(expires)}` }
    : { severity: 'warning', remark: `let through until ${escape(expires)}: ${escape(reason)}` };
}
