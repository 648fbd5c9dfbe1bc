import type { PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Finding, Rule } from '../rules';
import type { ToldFinding } from './alike';
import { escape } from './escape';
import { reportedPath } from './reported-path';
import { isOfLibrary } from './rules-of-your-own';
import { csaServerless, cwe, fsbp, owaspServerless, securityHub } from '../rules/references';

const documentation = 'https://github.com/cdk-secure-serverless/cdk-secure-serverless/blob/main/RULES.md';

/** What core prints and writes into its report; made anew for each report, because core changes it. */
export function violationOf({ judged, isExplained, remark }: ToldFinding): PolicyViolation {
  const { finding, ruleName, judgement, isAcknowledged } = judged;
  const { rule, resource, path } = finding;
  const constructPath = reportedPath(judged.constructPath, isAcknowledged);
  const remarks = [judgement.remark, remark].filter((one) => one !== undefined);
  const description = [
    ...(constructPath === undefined ? [`'${escape(judged.constructPath)}':`] : []),
    `${factOf(finding)}.`,
    ...(isExplained ? [rule.why] : []),
    ...(remarks.length > 0 ? [`— ${remarks.join('; ')}`] : []),
  ];
  const violatingResource: PolicyViolatingResource = {
    constructPath,
    resourceLogicalId: constructPath === undefined ? undefined : escape(resource.logicalId),
    templatePath: resource.template.path,
    locations: path.length > 0 ? [escape(path.join('.'))] : [],
  };
  return {
    ruleName: escape(ruleName),
    description: description.join(' '),
    fix: rule.fix,
    severity: judgement.severity,
    ruleMetadata: metadataOf(finding),
    violatingResources: [violatingResource],
  };
}

function factOf({ rule, outcome, path, got = '', wanted = '', because = '', when }: Finding): string {
  const place = path.filter((key) => key !== 'Properties').join('.');
  const condition = when.length > 0 ? `, if ${when.join(' and ')}` : '';
  const fact =
    outcome === 'unknown'
      ? `cannot tell whether ${rule.title}: ${place ? `${place}: ` : ''}${shorten(because)}`
      : `${rule.title}: ${joined(place, shorten(got))}, wanted ${shorten(wanted)}`;
  return escape(`${fact}${condition}`);
}

/** A path from one resource to another is told at a place, and is not what stands there. */
function joined(place: string, got: string): string {
  if (place === '') return `got ${got}`;
  return got.includes(' → ') ? `${place}: ${got}` : `${place} is ${got}`;
}

function shorten(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}

/** What is said of a rule with each of its findings. */
const saidOfRules = new WeakMap<Rule, { readonly [key: string]: string }>();

function metadataOf({ rule, severity = rule.severity }: Finding): { [key: string]: string } {
  let said = saidOfRules.get(rule);
  if (!said) saidOfRules.set(rule, (said = saidOf(rule)));
  return { ...said, severity };
}

function saidOf(rule: Rule): { readonly [key: string]: string } {
  const { id, references, why, severity } = rule;
  const list = <T extends string>(ids: readonly T[] | undefined, names: Readonly<Record<T, string>>) =>
    ids?.map((one) => `${one} ${names[one]}`).join(', ');
  const entries = {
    rule: id,
    why,
    severity,
    owaspServerless: list(references.owaspServerless, owaspServerless),
    csaServerless: list(references.csaServerless, csaServerless),
    fsbp: list(references.fsbp, fsbp),
    securityHub: list(references.securityHub, securityHub),
    cwe: list(references.cwe, cwe),
    documentation: isOfLibrary(rule) ? `${documentation}#${id}` : undefined,
  };
  return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** One entry for what is told of several resources in the same words, one after the other. */
export function merge(violations: readonly PolicyViolation[]): PolicyViolation[] {
  const merged: PolicyViolation[] = [];
  for (const violation of violations) {
    const last = merged.at(-1);
    if (last && wordsOf(last) === wordsOf(violation)) last.violatingResources.push(...violation.violatingResources);
    else merged.push(violation);
  }
  return merged;
}

function wordsOf({ ruleName, severity, description }: PolicyViolation): string {
  return JSON.stringify([ruleName, severity, description]);
}
