import { App } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { GeneratedStack } from '../../benchmarks/speed/generated-stack';
import { Statement } from '../../src/iam';
import { evaluate, rules } from '../../src/rules';
import type { Rule } from '../../src/rules';
import { Application } from '../../src/template';
import { Resolver } from '../../src/template/resolver';

/** The assembly of stacks whose functions read from the stack before theirs. */
function stacks(count: number, insecure: boolean): string {
  const app = new App({ postCliContext: { '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true } });
  let reads: IBucket | undefined;
  for (let stack = 0; stack < count; stack++) {
    reads = new GeneratedStack(app, `Stack${stack}`, { resources: 40, insecure, reads }).shared;
  }
  return app.synth().directory;
}

/** How often the rules do what takes time, for each resource: nothing is timed, so that the answer is always the same. */
function workPerResource(assembly: string, judging: readonly Rule[]): Readonly<Record<string, number>> {
  const spies = {
    'pieces of templates that are worked out': jest.spyOn(Resolver.prototype, 'resolve'),
    'statements that are held against a request': jest.spyOn(Statement.prototype, 'applies'),
    'statements that are asked for an action': jest.spyOn(Statement.prototype, 'matchesAction'),
  };
  const app = Application.load([assembly]);
  const counts: Record<string, number> = { 'properties that are read': 0, 'lists of resources that are asked for': 0 };
  app.onRead = () => counts['properties that are read']++;
  app.onAsk = () => counts['lists of resources that are asked for']++;
  evaluate(judging, app);
  for (const [what, spy] of Object.entries(spies)) counts[what] = spy.mock.calls.length;
  jest.restoreAllMocks();
  return Object.fromEntries(Object.entries(counts).map(([what, count]) => [what, count / app.resources.length]));
}

/** What there is more of for each resource in the larger of two apps, beyond what all stacks of an app share. */
function growing(judging: readonly Rule[], assemblies: readonly string[]): readonly string[] {
  const [small, large] = assemblies.map((assembly) => workPerResource(assembly, judging));
  return Object.keys(small).filter((what) => large[what] > small[what] * 1.05);
}

test('a resource is no more work in an app that has four times as many', () => {
  for (const insecure of [false, true]) {
    const assemblies = [4, 16].map((count) => stacks(count, insecure));
    expect(growing(rules, assemblies)).toEqual([]);
    const nosy: Rule = {
      ...rules[0],
      appliesTo: 'AWS::SQS::Queue',
      check: (_, app) => app.resources.flatMap((other) => (other.read('Tags').isUnknown ? [] : [])),
    };
    expect(growing([nosy], assemblies)).toContain('properties that are read');
  }
});
