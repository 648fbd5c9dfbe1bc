import { fail, rules as rulesOfLibrary, unknown } from '../rules';
import type { Result, Rule } from '../rules';
import type { ICustomRule } from './custom-rule';
import { RuleSeverity } from './custom-rule';
import { escape } from './escape';
import { ownFindings } from './own-findings';
import { RuleResource } from './rule-resource';
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
  return rule.check(RuleResource._of(resource)).map(({ at, isWrong, explanation }) => {
    const place = at === '' ? resource : resource.read(at);
    return isWrong ? fail(place, { wanted: explanation! }) : unknown(place, explanation);
  });
}

function refusalsOf(
  { id, severity, title, why, fix, resourceTypes }: ICustomRule,
  taken: ReadonlySet<string>,
): string[] {
  const shown = `'${escape(id)}'`;
  const texts = { title, why, fix };
  return [
    !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) &&
      `${shown} is not an id: write lower case words joined by hyphens, for example 'acme-queue-name'`,
    taken.has(id) && `${shown} is the id of another rule: choose another, for example with the name of your company`,
    !Object.values(RuleSeverity).includes(severity) &&
      `${shown} has the severity '${String(severity)}': use RuleSeverity`,
    ...Object.entries(texts).map(
      ([name, text]) => (text ?? '').trim() === '' && `${shown} has no ${name}: whoever reads the finding needs it`,
    ),
    (resourceTypes ?? []).length === 0 && `${shown} has no resource types: name those that it looks at`,
    (resourceTypes ?? []).some((type) => !/^\w+(::[\w-]+)+$/.test(type)) &&
      `${shown} looks at ${resourceTypes.map((type) => `'${escape(type)}'`).join(', ')}: write types of CloudFormation, for example 'AWS::SQS::Queue'`,
  ].filter((refusal) => refusal !== false);
}
