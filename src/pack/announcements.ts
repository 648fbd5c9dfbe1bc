import type { PolicyViolation } from 'aws-cdk-lib';
import type { BaselineEntry } from './baseline-file';
import { escape } from './escape';
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

export function levelWithoutConstruct(templatePath: string, scope: string): PolicyViolation {
  return announcement(
    templatePath,
    'level-without-construct',
    'error',
    `a level is given for '${scope}', which is the path of no construct: it changes nothing`,
    'write the path as findings name it, or remove the level',
  );
}

export function knownFindings(
  templatePath: string,
  baseline: string,
  rule: { readonly name: string; readonly title: string; readonly fix: string },
  constructPaths: readonly string[],
): PolicyViolation {
  return announcement(
    templatePath,
    'baseline-known',
    'info',
    `${constructPaths.length} known finding(s) of '${rule.name}' left in '${baseline}' (${rule.title}): ${listed(constructPaths)}`,
    rule.fix,
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
    `${fixed.length} finding(s) of '${baseline}' are fixed and must leave it, or they can come back unseen: ${listed(places)}`,
    'write the file again: `cdk synth -c cdk-secure-serverless:write-baseline=true`',
  );
}

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, maximumListed);
  const others = texts.length - shown.length;
  return [...shown, ...(others > 0 ? [`${others} more`] : [])].join(', ');
}
