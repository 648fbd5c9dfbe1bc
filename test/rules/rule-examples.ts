import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Template as SynthesizedTemplate } from 'aws-cdk-lib/assertions';
import type { Rule } from '../../src/rules/define-rule';
import { evaluate } from '../../src/rules/evaluate';
import type { Finding } from '../../src/rules/evaluate';
import { Application } from '../../src/template';
import type { Resource } from '../../src/template';

/** What an example is written as: the resources of a template in YAML, a whole template (with `Resources:`), or code. */
export type ExampleTemplate = string | ((stack: Stack) => void);

export interface Example {
  /** The situation, as the end of "fails: …". */
  readonly name: string;
  readonly template: ExampleTemplate;
  /** Where the findings are, `logicalId/Properties/…`, without the hash of the CDK; checked where it is given. */
  readonly at?: readonly string[];
}

/** The examples of a rule by what it says to them: they are its test and its documentation. */
export interface Examples {
  readonly fails: readonly Example[];
  readonly passes: readonly Example[];
  /** Where the rule cannot tell. */
  readonly unknown?: readonly Example[];
}

export interface RuleExamples extends Examples {
  readonly rule: Rule;
}

/**
 * Tests a rule with its examples, and gives them back for RULES.md and the meta-test.
 */
export function ruleExamples(rule: Rule, examples: Examples): RuleExamples {
  if (isTestOf(rule)) testExamples(rule, examples);
  return { rule, ...examples };
}

/** Whoever else imports the examples only reads them. */
export function isTestOf(rule: Rule): boolean {
  return typeof expect !== 'undefined' && Boolean(expect.getState?.().testPath?.endsWith(`${rule.id}.test.ts`));
}

function testExamples(rule: Rule, { fails, passes, unknown = [] }: Examples): void {
  describe(rule.id, () => {
    test.each(passes.map(named))('passes: %s', (_, example) => {
      expect(findingsOf(rule, example).map(printed)).toEqual([]);
    });
    test.each(fails.map(named))('fails: %s', (_, example) => {
      const findings = findingsOf(rule, example);
      expect(findings.map(({ outcome }) => outcome)).toContain('fail');
      expectPlaces(findings, example, 'fail');
    });
    if (unknown.length === 0) return;
    test.each(unknown.map(named))('cannot tell: %s', (_, example) => {
      const findings = findingsOf(rule, example);
      expect([...new Set(findings.map(({ outcome }) => outcome))]).toEqual(['unknown']);
      expectPlaces(findings, example, 'unknown');
    });
  });
}

function named(example: Example): [string, Example] {
  return [example.name, example];
}

function expectPlaces(findings: readonly Finding[], { at, template }: Example, outcome: Finding['outcome']): void {
  if (!at) return;
  const places = findings
    .filter((finding) => finding.outcome === outcome)
    .map(({ resource, path }) => [nameOf(resource, template), ...path].join('/'));
  expect([...new Set(places)].sort()).toEqual([...at].sort());
}

/** What an example calls a resource: its logical id, without the hash where the CDK made the id. */
export function nameOf({ logicalId }: Resource, template: ExampleTemplate): string {
  return typeof template === 'function' ? logicalId.replace(/([0-9A-F]{8}){1,2}$/, '') : logicalId;
}

function printed({ outcome, resource, path, got, because }: Finding): string {
  return `${outcome} at ${[resource.logicalId, ...path].join('/')}: ${got ?? because}`;
}

export function findingsOf(rule: Rule, example: Example): readonly Finding[] {
  return evaluate([rule], applicationOf(example));
}

/** The example as an application. */
export function applicationOf({ template }: Example): Application {
  return Application.load([{ path: 'example.yaml', content: contentOf(template) }]);
}

export function contentOf(template: ExampleTemplate): string {
  if (typeof template === 'function') {
    const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    const stack = new Stack(new App(), 'Example', { synthesizer });
    template(stack);
    return JSON.stringify(SynthesizedTemplate.fromStack(stack).toJSON());
  }
  const text = dedent(template);
  return /^Resources:/m.test(text) ? text : `Resources:\n${text.replace(/^(?=.)/gm, '  ')}`;
}

/** Without the indentation that a template literal has in the source. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}
