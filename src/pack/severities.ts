import { now } from '../facts/now';
import type { Finding, Severity } from '../rules';
import { escape } from './escape';
import { GateMode } from './gate-props';
import type { BreakGlass, ServerlessSecurityChecksProps } from './gate-props';

/** Severities as core knows them: `fatal` cannot be acknowledged, `error` can, `warning` never fails. */
export type ReportedSeverity = 'fatal' | 'error' | 'warning';

const reported: Readonly<Record<Severity, ReportedSeverity>> = {
  critical: 'fatal',
  high: 'error',
  medium: 'warning',
  low: 'warning',
};

export interface Judgement {
  readonly severity: ReportedSeverity;
  /** Why it is milder than the rule says. */
  readonly remark?: string;
}

/**
 * How a finding is reported, by its rule and by what the gate was told.
 *
 * @param hidesEnforced whether nobody can tell what a property is that one of our constructs had set
 */
export function judge(
  { rule, outcome, severity: milder }: Finding,
  constructPath: string,
  hidesEnforced: boolean,
  { strict, mode, breakGlass = [] }: ServerlessSecurityChecksProps,
): Judgement {
  if (mode === GateMode.REPORT) return { severity: 'warning' };
  if (outcome === 'unknown') return { severity: hidesEnforced ? 'error' : 'warning' };
  const judged = milder ?? rule.severity;
  if (strict && judged === 'medium') return { severity: 'error' };

  const severity = reported[judged];
  if (severity !== 'fatal') return { severity };
  const glass = breakGlass.find(
    (candidate) => candidate.rule === rule.id && isAtOrAbove(candidate.constructPath, constructPath),
  );
  if (!glass) return { severity };
  const { expires, reason } = glass;
  return hasLapsed(expires)
    ? { severity, remark: `it was let through until ${escape(expires)}` }
    : { severity: 'warning', remark: `let through until ${escape(expires)}: ${escape(reason)}` };
}

function isAtOrAbove(ancestor: string, path: string): boolean {
  return ancestor !== '' && (path === ancestor || path.startsWith(`${ancestor}/`));
}

function hasLapsed(expires: string): boolean {
  return now().getTime() >= Date.parse(expires) + 24 * 60 * 60 * 1000;
}

/** What is wrong with the exceptions that somebody wrote down. */
export function refuseBreakGlass(
  breakGlass: readonly BreakGlass[],
  severityOf: (rule: string) => Severity | undefined,
): void {
  const refusals = breakGlass.flatMap(({ rule, constructPath, reason, expires }) => {
    const severity = severityOf(rule);
    return [
      severity === undefined && `'${rule}' is not a rule`,
      severity !== undefined &&
        severity !== 'critical' &&
        `'${rule}' is not critical: acknowledge it with Validations.of(construct).acknowledge({ id: 'ServerlessSecurity::${rule}', reason })`,
      constructPath === '' && `the construct path for '${rule}' is empty: name the construct`,
      reason.trim() === '' && `the reason for '${rule}' is empty: write down why it must be let through`,
      !/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(Date.parse(expires))
        ? `'${expires}' is not a date: write the last day on which '${rule}' is let through as '2026-12-31'`
        : false,
    ].filter((refusal) => refusal !== false);
  });
  if (refusals.length > 0) throw new Error(`'breakGlass' of 'ServerlessSecurityChecks': ${refusals.join('; ')}`);
}
