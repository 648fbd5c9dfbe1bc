import { fail, rules as rulesOfLibrary, unknown } from '../rules';
import type { Result, Rule } from '../rules';
import type { ICustomRule } from './custom-rule';
import { RuleSeverity } from './custom-rule';
import { escape } from './escape';
import { ownFindings } from './own-findings';
import { RuleFinding } from './rule-finding';
import { RuleResource } from './rule-resource';
import { shown } from './shape';
import type { Resource } from '../template';

/** Where the rules of the library are documented, those of other people are not. */
const ofLibrary: ReadonlySet<string> = new Set(rulesOfLibrary.map(({ id }) => id));

export function isOfLibrary({ id }: Rule): boolean {
  return ofLibrary.has(id);
}

/**
 * Rules of the app as rules of the library.
 *
 * @throws with everything that is wrong with them
 */
export function adopt(customRules: readonly ICustomRule[]): Rule[] {
  const taken = new Set([
    ...Object.keys(ownFindings),
    ...rulesOfLibrary.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
  ]);
  const refusals = customRules.flatMap((rule) => {
    const refused = refusalsOf(rule, taken);
    taken.add(rule.id);
    return refused;
  });
  if (refusals.length > 0) throw new Error(`'customRules' of 'ServerlessSecurityChecks': ${refusals.join('; ')}`);
  return customRules.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    title: lineOf(rule.title),
    why: lineOf(rule.why),
    fix: lineOf(rule.fix),
    serviceDefault: '',
    references: {},
    appliesTo: [...rule.resourceTypes],
    check: (resource) => check(rule, resource),
  }));
}

/** Texts of other languages are written over several lines. */
function lineOf(text: string): string {
  return escape(text.trim().replace(/\s+/g, ' '));
}

function check(rule: ICustomRule, resource: Resource): Result[] {
  return findingsOf(rule.check(RuleResource._of(resource))).map(({ at, isWrong, explanation }) => {
    const place = at === '' ? resource : resource.read(at);
    return isWrong ? fail(place, { wanted: explanation! }) : unknown(place, explanation);
  });
}

/** @throws if it is not what the interface says; the rule is then reported as one that cannot tell */
function findingsOf(found: unknown): readonly RuleFinding[] {
  const wanted = '`check` must return a list of RuleFinding, empty where all is well';
  if (!Array.isArray(found)) throw new Error(`what it returned is ${shown(found)}: ${wanted}`);
  for (const one of found as readonly unknown[]) {
    if (!(one instanceof RuleFinding)) throw new Error(`what it returned holds ${shown(one)}: ${wanted}`);
    if (typeof one.at !== 'string') throw new Error('`RuleFinding` was made without the path of a property');
    if (one.isWrong && !one.explanation) throw new Error('`RuleFinding.wrong` was called without what is wanted');
  }
  return found as readonly RuleFinding[];
}

function refusalsOf(
  { id, severity, title, why, fix, resourceTypes }: ICustomRule,
  taken: ReadonlySet<string>,
): string[] {
  const named = `'${escape(id)}'`;
  const texts = { title, why, fix };
  return [
    !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) &&
      `${named} is not an id: write lower case words joined by hyphens, for example 'acme-queue-name'`,
    taken.has(id) && `${named} is the id of another rule: choose another, for example with the name of your company`,
    !Object.values(RuleSeverity).includes(severity) &&
      `${named} has the severity '${String(severity)}': use RuleSeverity`,
    ...Object.entries(texts).map(
      ([name, text]) => (text ?? '').trim() === '' && `${named} has no ${name}: whoever reads the finding needs it`,
    ),
    (resourceTypes ?? []).length === 0 && `${named} has no resource types: name those that it looks at`,
    (resourceTypes ?? []).some((type) => !/^\w+(::[\w-]+)+$/.test(type)) &&
      `${named} looks at ${resourceTypes.map((type) => `'${escape(type)}'`).join(', ')}: write types of CloudFormation, for example 'AWS::SQS::Queue'`,
  ].filter((refusal) => refusal !== false);
}
