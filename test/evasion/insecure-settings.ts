import { join } from 'node:path';
import type { RawTemplate } from './raw-template';
import { ruleFiles } from '../../projenrc/generate/rule-files';
import { evaluate, rules } from '../../src/rules';
import type { Rule } from '../../src/rules';
import { parseTemplate } from '../../src/template/parse';
import { applicationOf, contentOf } from '../rules/rule-examples';
import type { Example, RuleExamples } from '../rules/rule-examples';

/** Something insecure that a rule finds, and where it stands in a template. */
export interface InsecureSetting {
  readonly rule: Rule;
  readonly template: RawTemplate;
  readonly logicalId: string;
  /** From the resource: `['Properties', 'AuthType']`; empty where the resource as a whole is wrong. */
  readonly path: readonly string[];
  /** The first example that passes, with a resource that the rule applies to. */
  readonly secure?: RawTemplate;
}

const files = new Map(ruleFiles().map((file) => [file.slice(file.lastIndexOf('/') + 1), file]));

/** The examples of a rule, from its test. */
export function examplesOf({ id }: Rule): RuleExamples {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(join(__dirname, `../rules/${files.get(id)}.test.ts`)) as { readonly default: RuleExamples }).default;
}

/** Of each critical and high rule what its first example that fails shows: a new rule joins by being registered. */
export function insecureSettings(): readonly InsecureSetting[] {
  return rules
    .filter(({ severity }) => severity === 'critical' || severity === 'high')
    .map((rule) => {
      const examples = examplesOf(rule);
      const types = [rule.appliesTo].flat();
      const secure = examples.passes
        .map(templateOf)
        .find(({ Resources }) => Object.values(Resources).some(({ Type }) => types.includes(String(Type))));
      const [example] = examples.fails;
      const [finding] = evaluate([rule], applicationOf(example)).filter(({ outcome }) => outcome === 'fail');
      if (!finding) throw new Error(`the first example of '${rule.id}' that should fail does not`);
      const { resource, path } = finding;
      return { rule, template: templateOf(example), logicalId: resource.logicalId, path, secure };
    });
}

export function templateOf({ template }: Example): RawTemplate {
  return parseTemplate('example.yaml', contentOf(template)) as RawTemplate;
}
