import { daysUntil, isDay, maximumDays, sampleDay } from './calendar-day';
import { escape } from './escape';
import type { BreakGlass } from './gate-props';
import { isAtOrAbove } from './levels';
import type { Levels } from './levels';
import { meantRule } from './meant-rule';
import { isSentence } from './sentence';
import type { Finding, Rule, Severity } from '../rules';

/** Whether it is for this finding, whenever it ends. */
export function letsThrough({ rule: name, constructPath }: BreakGlass, { rule }: Finding, path: string): boolean {
  return [rule.id, ...(rule.aliases ?? [])].includes(name) && isAtOrAbove(constructPath, path);
}

/** Whether nothing of what was found is let through by it, though its rule runs. */
export function isIdle(
  glass: BreakGlass,
  runs: readonly Rule[],
  found: readonly { readonly finding: Finding; readonly constructPath: string }[],
): boolean {
  return (
    runs.some(({ id, aliases = [] }) => [id, ...aliases].includes(glass.rule)) &&
    !found.some(({ finding, constructPath }) => letsThrough(glass, finding, constructPath))
  );
}

/** What is wrong with the exceptions that somebody wrote down. */
export function refuseBreakGlass(
  breakGlass: readonly BreakGlass[],
  severityOf: (rule: string) => Severity | undefined,
  levels: Levels,
): void {
  const refusals = breakGlass.flatMap(({ rule, constructPath, reason, expires }) => {
    const severity = severityOf(rule);
    return [
      severity === undefined &&
        `'${rule}' is not a rule${meantRule(rule)}: write an id of RULES.md, or of a rule of your own`,
      severity !== undefined &&
        severity !== 'critical' &&
        !levels.raisesToFatal(rule) &&
        `'${rule}' is not critical: accept it with 'SecurityExceptions.of(construct).accept({ rule: '${rule}', reason, owner })'`,
      constructPath === '' && `the construct path for '${rule}' is empty: name the construct`,
      !isSentence(reason) &&
        `the reason for '${rule}' is '${escape(reason)}': say in a sentence why it must be let through`,
      !isDay(expires) &&
        `'${escape(expires)}' is not a date: write the last day on which '${rule}' is let through as '${sampleDay()}'`,
      isDay(expires) &&
        daysUntil(expires) > maximumDays &&
        `'${rule}' is let through until '${expires}', more than a year away: choose a day within a year and look again then`,
    ].filter((refusal) => refusal !== false);
  });
  if (refusals.length > 0) throw new Error(`'breakGlass' of 'ServerlessSecurityChecks': ${refusals.join('; ')}`);
}
