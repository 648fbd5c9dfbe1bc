import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { at, gated, publicBucket, publicUrl, reportOf, synth } from './gated-app';
import { GateMode } from '../../src/pack/gate-props';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import type { SecurityException } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

const webhook: SecurityException = {
  rule: 'lambda-url-auth-none',
  reason: 'the payment provider cannot sign requests; the handler checks its HMAC',
  owner: 'team-payments',
};

describe('an exception', () => {
  test('lets a finding through, and core lists it with reason, owner, expiry and ticket', () => {
    const app = gated();
    SecurityExceptions.of(publicUrl(new Stack(app, 'Orders'))).accept({
      ...webhook,
      expires: inDays(30),
      ticket: 'PAY-1234',
    });
    const { failed, report } = synth(app);
    expect([failed, report.violations]).toEqual([false, []]);
    expect(report.suppressedViolations).toEqual([
      expect.objectContaining({
        ruleName: 'lambda-url-auth-none',
        acknowledgedAt: 'Orders/Url',
        reason: `${webhook.reason} (owner: team-payments, until ${inDays(30)}, PAY-1234)`,
      }),
    ]);
  });

  test('of each construct is listed with its own reason, though older versions of core know one for each rule', () => {
    const app = gated();
    const stack = new Stack(app, 'My Orders', { stackName: 'orders' });
    for (const id of ['Webhook', 'Custom::Callback']) {
      const reason = `${id} is called by somebody who cannot sign requests`;
      SecurityExceptions.of(publicUrl(stack, id)).accept({ ...webhook, reason });
    }
    const { failed, report } = synth(app);
    expect(failed).toBe(false);
    expect(report.suppressedViolations.map(({ reason }) => reason)).toEqual([
      'Webhook is called by somebody who cannot sign requests (owner: team-payments)',
      'Custom::Callback is called by somebody who cannot sign requests (owner: team-payments)',
    ]);
  });

  test('counts for what is below, in a nested stack too, and for nothing beside it', () => {
    const app = gated();
    const stack = new Stack(app, 'Orders');
    const group = new Construct(stack, 'Webhooks');
    publicUrl(new NestedStack(group, 'Nested'));
    SecurityExceptions.of(group).accept(webhook);
    expect(synth(app).failed).toBe(false);
    publicUrl(stack, 'Beside');
    const { failed, found } = synth(rebuilt(app));
    expect(failed).toBe(true);
    expect(found).toEqual(['error lambda-url-auth-none[Orders/Beside] Orders/Beside']);
  });

  test('does not cover what cannot be told, which is accepted by its own name', () => {
    const app = gated();
    const stack = new Stack(app, 'Orders');
    const url = publicUrl(stack);
    url.addPropertyOverride('AuthType', { Ref: 'Type' });
    SecurityExceptions.of(url).accept({ ...webhook, rule: 'lambda-url-auth-none[unknown]' });
    stack.templateOptions.metadata = {};
    const { found, report } = synth(app);
    expect(found).toEqual([]);
    expect(report.suppressedViolations.map(({ ruleName }) => ruleName)).toEqual(['lambda-url-auth-none[unknown]']);
  });

  test('covers findings of other packs in the same gesture', () => {
    const stack = new Stack(new App(), 'Orders');
    const url = publicUrl(stack);
    SecurityExceptions.of(url).accept({
      ...webhook,
      nagRules: ['AwsSolutions-L1', 'AwsSolutions::AwsSolutions-IAM5[Resource::arn:aws:s3:::orders/*]'],
    });
    const ids = url.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data as object));
    expect(ids).toEqual(
      expect.arrayContaining([
        'Annotation::AwsSolutions-L1',
        'Annotation::AwsSolutions-IAM5[Resource::arn:aws:s3:::orders/*]',
      ]),
    );
  });

  test('stands beside a plain acknowledgement of the same rule elsewhere', () => {
    const app = gated();
    const stack = new Stack(app, 'Orders');
    SecurityExceptions.of(publicUrl(stack, 'Webhook')).accept(webhook);
    Validations.of(publicUrl(stack, 'Other')).acknowledge({
      id: 'ServerlessSecurity::lambda-url-auth-none[Orders/Other]',
      reason: 'internal',
    });
    const { failed, report } = synth(app);
    expect(failed).toBe(false);
    expect(report.suppressedViolations.map(({ reason }) => reason)).toEqual([
      `${webhook.reason} (owner: team-payments)`,
      'internal',
    ]);
  });
});

describe('is refused at the line', () => {
  const on = (scopeOf: (app: App) => Construct) => () => SecurityExceptions.of(scopeOf(new App())).accept(webhook);
  test.each<[string, () => void, string]>([
    ['for the app', on((app) => app), "the app: 'SecurityExceptions.accept' of 'lambda-url-auth-none' would hide"],
    ['for a Stage', on((app) => new Stage(app, 'Production')), "would hide every such finding of 'Production'"],
    ['for a group of stacks', on((app) => new Construct(app, 'All')), 'accept it on the construct that has it'],
  ])('%s, because it would hide what comes later', (_, call, message) => {
    expect(call).toThrow(message);
  });

  test.each<[string, Partial<SecurityException>, string]>([
    ['an empty reason', { reason: ' ' }, "has the reason ' '"],
    ['a reason of a word', { reason: 'acceptable-because-we-said-so' }, 'say in a sentence why'],
    ['a reason of crumbs', { reason: 'a b c d' }, 'say in a sentence why'],
    ['no owner', { owner: '' }, 'has no owner'],
    ['a date that is none', { expires: 'soon' }, "expires on 'soon', which is not a date"],
    ['a day that no month has', { expires: '2026-02-30' }, 'is not a date'],
    ['another way to write a day', { expires: '31.12.2026' }, 'is not a date'],
    ['a day more than a year away', { expires: inDays(400) }, 'more than a year away'],
    ['the name of the plugin', { rule: 'ServerlessSecurity::lambda-url-auth-none' }, 'without the name of the plugin'],
    ['no rule', { rule: '' }, 'is not the id of a rule'],
    ['a reason that plays with the terminal', { reason: '\u001b[2K\n' }, '\\u001b[2K'],
  ])('with %s', (_, change, message) => {
    const url = publicUrl(new Stack(new App(), 'Orders'));
    expect(() => SecurityExceptions.of(url).accept({ ...webhook, ...change })).toThrow(message);
    expect(url.node.metadata.filter(({ type }) => type.includes('acknowledged'))).toEqual([]);
  });

  test.each([
    ['対応していない', false],
    ['取引先は署名付きリクエストに対応していないため、HMACを検証する', true],
    ['合作伙伴无法对请求签名，处理程序会检查其校验码', true],
    ['คู่ค้าไม่สามารถลงนามคำขอได้', true],
  ])('or without one, in a script that leaves no spaces: %s is %s', (reason, isReason) => {
    const url = publicUrl(new Stack(new App(), 'Orders'));
    const accept = () => SecurityExceptions.of(url).accept({ ...webhook, reason });
    if (isReason) expect(accept).not.toThrow();
    else expect(accept).toThrow('say in a sentence why');
  });

  test('with everything that is wrong in one error', () => {
    const url = publicUrl(new Stack(new App(), 'Orders'));
    const accept = () => SecurityExceptions.of(url).accept({ ...webhook, reason: 'x', owner: ' ', expires: 'soon' });
    expect(accept).toThrow(/Orders\/Url: .*reason.*; .*owner.*; .*date/);
  });

  test('never by the clock alone: a day within a year of SOURCE_DATE_EPOCH is one when yesterday is built again', () => {
    const url = publicUrl(new Stack(new App(), 'Orders'));
    at('2020-01-01', () => SecurityExceptions.of(url).accept({ ...webhook, expires: '2020-12-31' }));
    expect(() =>
      at('2020-01-01', () => SecurityExceptions.of(url).accept({ ...webhook, expires: '2021-01-03' })),
    ).toThrow('more than a year away');
  });
});

test('what is wrong with it says at which line it was made, because constructs of level 2 have none in the report', () => {
  const app = gated();
  const queue = new Queue(new Stack(app, 'Orders'), 'Jobs');
  SecurityExceptions.of(queue).accept({ ...webhook, rule: 'lambda-url-auth-non' });
  const [{ description }] = synth(app).report.violations;
  expect(description).toMatch(/ — made at test\/pack\/security-exceptions\.test\.ts:\d+:\d+$/);
});

test('what is accepted is left out of what a test looks at, as in the packs of cdk-nag', () => {
  const stack = new Stack(new App(), 'Orders');
  SecurityExceptions.of(publicUrl(stack)).accept(webhook);
  Validations.of(publicUrl(stack, 'Other')).acknowledge({
    id: 'ServerlessSecurity::lambda-url-auth-none',
    reason: 'the partner cannot sign',
  });
  expect(new ServerlessSecurityChecks(stack).validateScope(stack)).toEqual({ success: true, violations: [] });
});

test('one that is made at the wrong construct is told where the finding is, the nearest first', () => {
  const app = gated();
  const payments = new Stack(app, 'Payments');
  for (const id of ['First', 'Second', 'Third']) publicUrl(payments, id);
  const orders = new Stack(app, 'Orders');
  publicUrl(orders, 'Webhook');
  SecurityExceptions.of(new Queue(orders, 'Jobs')).accept(webhook);
  const stale = synth(app).report.violations.find(({ ruleName }) => ruleName === 'exception-stale');
  expect(stale?.suggestedFix).toMatch(
    /the construct that has the finding, such as 'Orders\/Webhook', 'Payments\/First', 'Payments\/Second' and 1 more$/,
  );
});

describe('its end', () => {
  const onDay = (day: string, expires = '2026-06-30') =>
    at(day, () => {
      const app = gated();
      const stack = new Stack(app, 'Orders');
      SecurityExceptions.of(publicUrl(stack)).accept({ ...webhook, expires });
      return synth(app);
    });

  test.each<[string, string, boolean, string[]]>([
    ['2026-06-30T23:59:59Z', 'the last moment of the day counts', false, []],
    ['2026-07-01T00:00:00Z', 'the day after is the first to warn', false, ['warning exception-lapsed Orders/Url']],
    ['2026-07-14T23:59:59Z', 'the fourteenth is the last to warn', false, ['warning exception-lapsed Orders/Url']],
    [
      '2026-07-15T00:00:00Z',
      'from the fifteenth on it fails, and what it covered is open again',
      true,
      ['error exception-lapsed Orders/Url', 'error lambda-url-auth-none[Orders/Url][lapsed] Orders/Url'],
    ],
  ])('%s: %s', (day, _, failed, found) => {
    const result = onDay(day);
    expect([result.failed, result.found]).toEqual([failed, found]);
  });

  test('is told with the days that are left, and with the date at what is open again', () => {
    expect(onDay('2026-07-02').report.violations[0].description).toMatch(/ended with 2026-06-30: it fails in 13 day/);
    const descriptions = onDay('2026-08-01').report.violations.map(({ description }) => description);
    expect(descriptions[0]).toMatch(/it was accepted until 2026-06-30/);
  });

  test('does not take another exception for the same rule with it', () => {
    const result = at('2026-08-01', () => {
      const app = gated();
      const url = publicUrl(new Stack(app, 'Orders'));
      SecurityExceptions.of(url).accept({ ...webhook, expires: '2026-06-30' });
      SecurityExceptions.of(url).accept({ ...webhook, expires: '2026-12-31' });
      return synth(app);
    });
    expect(result.found).toEqual(['error exception-lapsed Orders/Url']);
    expect(result.report.suppressedViolations).toHaveLength(1);
  });

  test('hides no finding in a Stage from the CDK CLI', () => {
    const found = at('2026-08-01', () => {
      const app = gated({}, { '@aws-cdk/core:failSynthOnValidationErrors': false });
      const url = publicUrl(new Stack(new Stage(app, 'Production'), 'Orders'));
      SecurityExceptions.of(url).accept({ ...webhook, expires: '2026-06-30' });
      return synth(app).found;
    });
    expect(found).toContain('fatal stage-findings');
  });
});

describe('an exception that accepts nothing', () => {
  test('because no rule has its id is an error', () => {
    const app = gated();
    SecurityExceptions.of(publicUrl(new Stack(app, 'Orders'))).accept({ ...webhook, rule: 'lambda-url-auth' });
    const { failed, found } = synth(app);
    expect(failed).toBe(true);
    expect(found).toEqual(['error exception-unknown-rule Orders/Url', 'error lambda-url-auth-none Orders/Url']);
  });

  test('because its rule is critical is an error', () => {
    const rule = 's3-acl-public-write';
    const app = gated();
    SecurityExceptions.of(publicBucket(new Stack(app, 'Orders'))).accept({ ...webhook, rule });
    const { failed, found } = synth(app);
    expect(failed).toBe(true);
    expect(found).toContain('error exception-critical Orders/Uploads');
    expect(found).toContain('fatal s3-acl-public-write Orders/Uploads');
  });

  test('any more is a warning that names it', () => {
    const app = gated();
    const url = publicUrl(new Stack(app, 'Orders'));
    url.addPropertyOverride('AuthType', 'AWS_IAM');
    SecurityExceptions.of(url).accept(webhook);
    const { failed, found, report } = synth(app);
    expect([failed, found]).toEqual([false, ['warning exception-stale Orders/Url']]);
    expect(report.violations[0].description).toContain(webhook.reason);
  });

  test('in one Stage and something in another is fine, because one line makes both', () => {
    const app = gated();
    for (const id of ['Test', 'Production']) {
      const url = publicUrl(new Stack(new Stage(app, id), 'Orders'));
      if (id === 'Test') url.addPropertyOverride('AuthType', 'AWS_IAM');
      SecurityExceptions.of(url).accept(webhook);
    }
    expect(synth(app).found).toEqual([]);
  });

  test('in any Stage is told for each', () => {
    const app = gated();
    for (const id of ['Test', 'Production']) {
      const url = publicUrl(new Stack(new Stage(app, id), 'Orders'));
      url.addPropertyOverride('AuthType', 'AWS_IAM');
      SecurityExceptions.of(url).accept(webhook);
    }
    expect(synth(app).found).toEqual([
      'warning exception-stale Production/Orders/Url',
      'warning exception-stale Test/Orders/Url',
    ]);
  });

  test.each(['Test', 'Production'])('is judged over all Stages by a gate that looks at %s only, too', (watched) => {
    const app = new App();
    for (const id of ['Test', 'Production']) {
      const stage = new Stage(app, id);
      const url = publicUrl(new Stack(stage, 'Orders'));
      if (id === 'Test') url.addPropertyOverride('AuthType', 'AWS_IAM');
      SecurityExceptions.of(url).accept(webhook);
      if (id === watched) Validations.of(stage).addPlugins(new ServerlessSecurityChecks(stage));
    }
    expect(synth(app).found).toEqual([]);
  });

  test('beside one that does, for another rule on the same construct, is told alone', () => {
    const app = gated();
    const url = publicUrl(new Stack(app, 'Orders'));
    SecurityExceptions.of(url).accept(webhook);
    SecurityExceptions.of(url).accept({ ...webhook, rule: 's3-versioning' });
    const { report, found } = synth(app);
    expect(found).toEqual(['warning exception-stale Orders/Url']);
    expect(report.violations[0].ruleMetadata).toMatchObject({ rule: 's3-versioning', owner: 'team-payments' });
  });

  test('is told once where stacks are in several environments', () => {
    const app = gated();
    for (const region of ['eu-west-1', 'us-east-1']) {
      const stack = new Stack(app, region, { env: { account: '111122223333', region } });
      const url = publicUrl(stack);
      url.addPropertyOverride('AuthType', 'AWS_IAM');
      SecurityExceptions.of(url).accept(webhook);
    }
    expect(synth(app).found).toEqual([
      'warning exception-stale eu-west-1/Url',
      'warning exception-stale us-east-1/Url',
    ]);
  });

  test('fails nothing in report mode', () => {
    const app = gated({ mode: GateMode.REPORT });
    SecurityExceptions.of(publicUrl(new Stack(app, 'Orders'))).accept({ ...webhook, rule: 'lambda-url-auth' });
    expect(synth(app).failed).toBe(false);
  });
});

test('validateScope judges exceptions as the synthesis does', () => {
  const app = gated();
  const url = publicUrl(new Stack(app, 'Orders'));
  url.addPropertyOverride('AuthType', 'AWS_IAM');
  SecurityExceptions.of(url).accept(webhook);
  const { violations } = new ServerlessSecurityChecks().validateScope(app);
  synth(app);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(reportOf(app).violations.map(({ ruleName }) => ruleName));
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Core keeps what it synthesized. */
function rebuilt(app: App): App {
  (app as unknown as { assembly?: unknown }).assembly = undefined;
  return app;
}
