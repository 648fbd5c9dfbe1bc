import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { SchemaPaths } from './schema-paths';
import { ruleFiles } from '../../projenrc/generate/rule-files';
import { evaluate, rules } from '../../src/rules';
import type { Rule } from '../../src/rules';
import { csaServerless, cwe, fsbp, owaspServerless, securityHub } from '../../src/rules/references';
import { besideTypes } from '../../src/template/beside-resources';
import { applicationOf } from '../rules/rule-examples';
import type { RuleExamples } from '../rules/rule-examples';

const root = join(__dirname, '../..');
const sources = ruleFiles();
const tests = ruleFiles(join(root, 'test/rules'), '.test.ts');
const schema = new SchemaPaths();

function load<T>(path: string): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(join(root, path)) as { readonly default: T }).default;
}

const cases = sources.map((file) => ({ file, rule: load<Rule>(`src/rules/${file}.ts`) }));

/** L1s with a dozen required properties, of which none is the point. */
const tooLongForCode = ['function/microvm-image-capabilities'];

describe('the folders', () => {
  test('hold one test for each rule and one rule for each test: write the missing one, or remove the orphan', () => {
    expect(tests).toEqual(sources);
  });

  test('are what the registry lists: run "npx projen generate"', () => {
    expect(new Set(rules)).toEqual(new Set(cases.map(({ rule }) => rule)));
  });

  test('have each id and each alias once: ids are for ever and never used again', () => {
    const names = rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('are left out for rules that are there and are not milder: name another one, or none', () => {
    const graver = ({ severity }: Rule) => ['low', 'medium', 'high', 'critical'].indexOf(severity);
    const refused = rules.flatMap((rule) =>
      (rule.saidBy ?? [])
        .map((id) => rules.find((other) => other.id === id))
        .filter((other) => !other || other === rule || graver(other) < graver(rule) || (other.strict && !rule.strict))
        .map((other) => `${rule.id} by ${other?.id ?? 'nothing'}`),
    );
    expect(refused).toEqual([]);
  });
});

describe.each(cases)('$file', ({ file, rule }) => {
  const source = readFileSync(join(root, `src/rules/${file}.ts`), 'utf8');

  test('is named like its id, which is a row of the catalogue: lower case, words joined by hyphens', () => {
    expect(rule.id).toBe(basename(file));
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
  });

  test('is short: fewer than 60 lines; what is more belongs to src/iam or src/facts', () => {
    expect(source.split('\n').length).toBeLessThan(60);
  });

  test('imports the framework, the model and facts only', () => {
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, path]) =>
      path.startsWith('.') ? relative(root, join(root, 'src/rules', dirname(file), path)) : path,
    );
    const allowed = /^src\/(rules|reachability|iam|template|facts)(\/|$)|^node:/;
    expect(imports.filter((path) => !allowed.test(path))).toEqual([]);
  });

  test('has a title that states the fact: lower case, no full stop, one line', () => {
    expect(rule.title).toMatch(/^[^\n]{10,120}$/);
    expect(rule.title).toMatch(/[^.]$/);
    expect(rule.title).toMatch(/^([a-z]|(API|AWS|Cloud|CORS|HTTP|IAM|KMS|Lambda|S3|TLS|WAF|X-Ray))/);
  });

  test('says why, what the service does by itself, and what to do', () => {
    expect(rule.why).toMatch(/^[A-Z`].{40,}[.`)]$/);
    expect(rule.serviceDefault).toMatch(/^[A-Z`].{10,}[.`)]$/);
    expect(rule.fix).toMatch(/^[a-z`].{10,}[^.]$/);
  });

  test('names the page on which AWS documents what it says', () => {
    expect([rule.why, rule.serviceDefault, rule.notes].join(' ')).toContain('https://docs.aws.amazon.com/');
  });

  test('refers to at least one control, each of a list that is known', () => {
    const { references } = rule;
    const known: Record<string, object> = { owaspServerless, csaServerless, fsbp, securityHub, cwe };
    const named = Object.entries(references).flatMap(([list, ids]: [string, readonly string[]]) =>
      ids.map((id) => ({ list, id })),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ list, id }) => !Object.hasOwn(known[list] ?? {}, id))).toEqual([]);
  });

  test('applies to types that CloudFormation has', () => {
    const types = [rule.appliesTo].flat();
    expect(types.filter((type) => type !== '*' && schema.unknownPart(type, []) !== undefined)).toEqual([]);
  });

  if (!existsSync(join(root, `test/rules/${file}.test.ts`))) return;
  const examples = load<RuleExamples>(`test/rules/${file}.test.ts`);

  test('has examples of its own: at least one that fails and one that passes', () => {
    expect(examples.rule).toBe(rule);
    expect(examples.fails.length).toBeGreaterThan(0);
    expect(examples.passes.length).toBeGreaterThan(0);
    const names = [...examples.fails, ...examples.passes, ...(examples.unknown ?? [])].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('shows first what is wrong, and how it is put right, in the code that people write', () => {
    const [before] = examples.fails;
    const isCode = [before, ...examples.passes].map(({ template }) => typeof template === 'function');
    expect(isCode[0] || tooLongForCode.includes(file)).toBe(true);
    expect(isCode.slice(1).includes(true) || tooLongForCode.includes(file)).toBe(true);
  });

  test('reads properties that the CloudFormation schema knows, and never takes the place of an exception', () => {
    const strange = new Set<string>();
    const thrown: string[] = [];
    for (const example of [...examples.fails, ...examples.passes, ...(examples.unknown ?? [])]) {
      const app = applicationOf(example);
      app.onRead = (resource, [section, ...path]) => {
        // An output, or a parameter, is no resource of CloudFormation's.
        if (section !== 'Properties' || (besideTypes as readonly string[]).includes(resource.type)) return;
        const unknownPart = schema.unknownPart(resource.type, path);
        if (unknownPart) strange.add(`${resource.type} ${path.join('.')}: "${unknownPart}"`);
      };
      app.onAsk = (type, property = '') => {
        const path = property.split('.').filter((part) => part !== '');
        const unknownPart = type === '*' ? undefined : schema.unknownPart(type, path);
        if (unknownPart) strange.add(`${type} ${property}: "${unknownPart}" is asked for`);
      };
      for (const { because } of evaluate([rule], app)) {
        if (because?.startsWith('the rule met something')) thrown.push(because);
      }
    }
    expect([...strange]).toEqual([]);
    expect(thrown).toEqual([]);
  });
});
