import type { PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Finding } from '../rules';
import { escape } from './escape';
import { isOfLibrary } from './rules-of-your-own';
import type { Judgement } from './severities';
import { csaServerless, cwe, fsbp, owaspServerless, securityHub } from '../rules/references';

const documentation = 'https://github.com/cdk-secure-serverless/cdk-secure-serverless/blob/main/RULES.md';

/** What core prints and writes into its report; made anew for each report, because core changes it. */
export function violationOf(
  finding: Finding,
  ruleName: string,
  constructPath: string,
  { severity, remark }: Judgement,
): PolicyViolation {
  const { rule, resource, path } = finding;
  const violatingResource: PolicyViolatingResource = {
    constructPath: escape(constructPath),
    resourceLogicalId: escape(resource.logicalId),
    templatePath: resource.template.path,
    locations: path.length > 0 ? [escape(path.join('/'))] : [],
  };
  return {
    ruleName: escape(ruleName),
    description: [descriptionOf(finding), remark].filter((part) => part !== undefined).join(' — '),
    fix: rule.fix,
    severity,
    ruleMetadata: metadataOf(finding),
    violatingResources: [violatingResource],
  };
}

function descriptionOf({ rule, outcome, path, got, wanted, because, when }: Finding): string {
  const place = path.filter((key) => key !== 'Properties').join('.');
  const condition = when.length > 0 ? `, if ${when.join(' and ')}` : '';
  const fact =
    outcome === 'unknown'
      ? `cannot tell whether ${rule.title}: ${place ? `${place}: ` : ''}${because}`
      : `${rule.title}: ${place ? `${place} is ` : 'got '}${got}, wanted ${wanted}`;
  return `${escape(shorten(fact))}${escape(condition)}. ${rule.why}`;
}

function shorten(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}

function metadataOf({ rule, severity }: Finding): { [key: string]: string } {
  const { id, references } = rule;
  const list = <T extends string>(ids: readonly T[] | undefined, names: Readonly<Record<T, string>>) =>
    ids?.map((one) => `${one} ${names[one]}`).join(', ');
  const entries = {
    rule: id,
    severity: severity ?? rule.severity,
    owaspServerless: list(references.owaspServerless, owaspServerless),
    csaServerless: list(references.csaServerless, csaServerless),
    fsbp: list(references.fsbp, fsbp),
    securityHub: list(references.securityHub, securityHub),
    cwe: list(references.cwe, cwe),
    documentation: isOfLibrary(rule) ? `${documentation}#${id}` : undefined,
  };
  return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** One entry for what is told of several resources in the same words. */
export function merge(violations: readonly PolicyViolation[]): PolicyViolation[] {
  const merged = new Map<string, PolicyViolation>();
  for (const violation of violations) {
    const key = JSON.stringify([violation.ruleName, violation.severity, violation.description]);
    const same = merged.get(key);
    if (same) same.violatingResources.push(...violation.violatingResources);
    else merged.set(key, violation);
  }
  return [...merged.values()];
}
