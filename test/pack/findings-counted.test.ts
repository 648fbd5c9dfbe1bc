import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { gated, publicBucket, publicUrl, reportOf, synth, unversionedBucket } from './gated-app';
import { GateMode } from '../../src/pack/gate-props';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

const accepted = {
  rule: 'lambda-url-auth-none',
  reason: 'the partner cannot sign requests, we check the HMAC',
  owner: 'me',
};

function countOf(app: App) {
  synth(app);
  return reportOf(app).violations.filter(({ ruleName }) => ruleName === 'findings-counted');
}

function many(stack: Stack, count: number): Stack {
  for (let index = 0; index < count; index++) unversionedBucket(stack, `Archive${index}`);
  return stack;
}

test('more than twenty are counted, behind all of them, with what is grave before what is frequent', () => {
  const app = gated();
  many(new Stack(app, 'Orders'), 19);
  const payments = new Stack(app, 'Payments');
  publicUrl(new NestedStack(payments, 'Nested'));
  publicBucket(payments);
  const [count] = countOf(app);
  expect(count).toMatchObject({
    severity: 'info',
    description:
      '22 findings in 2 stacks: 1 fatal, 1 error, 20 warnings. The gravest stand first. By rule: s3-versioning 20, s3-acl-public-write 1, lambda-url-auth-none 1',
    suggestedFix: expect.stringContaining('`baseline`'),
  });
  expect(reportOf(app).violations.at(-1)).toEqual(count);
});

test('as many as can be seen at a glance are not', () => {
  const app = gated();
  many(new Stack(app, 'Orders'), 20);
  expect(countOf(app)).toEqual([]);
});

test('what was accepted, and what the gate only mentions, does not count', () => {
  const app = gated({
    levels: [{ rule: 's3-versioning', level: 'off' as never, reason: 'nothing here is worth keeping' }],
  });
  const stack = many(new Stack(app, 'Orders'), 30);
  for (let index = 0; index < 30; index++) SecurityExceptions.of(publicUrl(stack, `Url${index}`)).accept(accepted);
  expect(countOf(app)).toEqual([]);
});

test('a test, which counts by itself, is given the findings only', () => {
  const app = gated();
  const stack = many(new Stack(app, 'Orders'), 21);
  const { violations } = new ServerlessSecurityChecks(app).validateScope(stack);
  expect(new Set(violations.map(({ ruleName }) => ruleName))).toEqual(new Set(['s3-versioning']));
});

test('each is counted once, though some versions of core ask for one environment after the other', () => {
  const app = gated({ mode: GateMode.REPORT });
  for (const region of ['eu-west-1', 'us-east-1']) unversionedBucket(new Stack(app, region, { env: { region } }));
  const counts = countOf(app).map(({ description }) => parseInt(description, 10));
  expect(counts.reduce((sum, count) => sum + count)).toBe(2);
});

describe('where the gate only reports', () => {
  const build = (app: App) => {
    const stack = new Stack(new Stage(app, 'Production'), 'Orders');
    unversionedBucket(stack);
    publicUrl(stack);
    publicUrl(stack, 'Other');
    publicBucket(stack);
  };

  test('it says how many would fail, which nobody sees among warnings', () => {
    const app = gated({ mode: GateMode.REPORT });
    build(app);
    expect(countOf(app)).toMatchObject([
      {
        severity: 'info',
        description:
          '5 findings in 1 stack, 3 of which would fail without report mode (1 fatal, 2 errors): lambda-url-auth-none 2, s3-acl-public-write 1',
        suggestedFix: 'fix them, or write a `baseline` and leave out `mode`: then only what is new fails',
      },
    ]);
  });

  test('each that would fail says so, and comes first', () => {
    const app = gated({ mode: GateMode.REPORT });
    build(app);
    synth(app);
    const told = reportOf(app).violations.map(({ severity, ruleName, description }) => [
      severity,
      ruleName,
      / — .*?(fatal|an error) without report mode/.exec(description)?.[1],
    ]);
    expect(told).toEqual([
      ['warning', 's3-acl-public-write', 'fatal'],
      ['warning', 'lambda-url-auth-none', 'an error'],
      ['warning', 'lambda-url-auth-none', 'an error'],
      ['warning', 's3-versioning', undefined],
      ['warning', 's3-versioning', undefined],
      ['info', 'findings-counted', undefined],
    ]);
  });

  test('and where none would, that the mode can go', () => {
    const app = gated({ mode: GateMode.REPORT });
    unversionedBucket(new Stack(app, 'Orders'));
    expect(countOf(app)).toMatchObject([
      {
        description: '1 finding in 1 stack, none of which would fail without report mode',
        suggestedFix: 'leave out `mode`',
      },
    ]);
  });

  test('without a finding there is nothing to say', () => {
    const app = gated({ mode: GateMode.REPORT });
    new Stack(app, 'Orders');
    app.synth();
    expect(reportOf(app).violations).toEqual([]);
  });
});
