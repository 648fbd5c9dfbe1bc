import { CfnParameter, Stack, Stage, Validations } from 'aws-cdk-lib';
import { gated, publicBucket, publicUrl, synth, unversionedBucket } from './gated-app';
import { enforce } from '../../src/enforced/enforced';
import { RuleLevelKind } from '../../src/pack/rule-level';
import type { RuleLevel } from '../../src/pack/rule-level';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

const nextMonth = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

const reason = 'the partner signs its requests in the body';
const { FATAL, ERROR, WARNING, OFF } = RuleLevelKind;

function synthWith(levels: RuleLevel[], build: (stack: Stack) => void, strict?: boolean) {
  const app = gated({ levels, strict });
  build(new Stack(app, 'Orders'));
  return synth(app);
}

describe('raising is free', () => {
  test('of a warning to an error, which then fails', () => {
    const { failed, found } = synthWith([{ rule: 's3-versioning', level: ERROR }], (stack) => unversionedBucket(stack));
    expect([failed, found]).toEqual([true, ['error s3-versioning Orders/Archive']]);
  });

  test('to fatal, which nobody can acknowledge', () => {
    const { failed, found } = synthWith([{ rule: 'lambda-url-auth-none', level: FATAL }], (stack) => {
      Validations.of(publicUrl(stack)).acknowledge({ id: 'ServerlessSecurity::lambda-url-auth-none', reason });
    });
    expect(failed).toBe(true);
    expect(found).toEqual([expect.stringMatching(/^fatal lambda-url-auth-none/)]);
  });

  test('and what is fatal by a level can be let through for a while like what is critical', () => {
    const app = gated({
      levels: [{ rule: 'lambda-url-auth-none', level: FATAL }],
      breakGlass: [{ rule: 'lambda-url-auth-none', constructPath: 'Orders', reason, expires: nextMonth }],
    });
    publicUrl(new Stack(app, 'Orders'));
    expect(synth(app).failed).toBe(false);
  });

  test('of what cannot be told, where a platform team wants to know', () => {
    const { failed, found } = synthWith([{ rule: 'lambda-url-auth-none[unknown]', level: ERROR }], (stack) =>
      publicUrl(stack).addPropertyOverride('AuthType', new CfnParameter(stack, 'Type').valueAsString),
    );
    expect([failed, found]).toEqual([true, ['error lambda-url-auth-none[unknown] Orders/Url']]);
  });
});

describe('lowering with a reason', () => {
  test('reports as a warning, says so at the finding and once for the app', () => {
    const levels = [{ rule: 'lambda-url-auth-none', level: WARNING, reason }];
    const { failed, found, report } = synthWith(levels, (stack) => publicUrl(stack));
    expect(failed).toBe(false);
    expect(found).toEqual(['info lowered-level', 'warning lambda-url-auth-none Orders/Url']);
    const [finding, listed] = report.violations;
    expect(finding.description).toMatch(`reported as warning instead of error: ${reason}`);
    expect(listed.description).toBe(
      `'lambda-url-auth-none' is reported as warning instead of error everywhere: ${reason}`,
    );
  });

  test('turns a rule off with what it cannot tell, and lists that even where it finds nothing', () => {
    const levels = [{ rule: 'lambda-url-auth-none', level: OFF, reason }];
    const build = (stack: Stack) => {
      publicUrl(stack);
      publicUrl(stack, 'Other').addPropertyOverride('AuthType', new CfnParameter(stack, 'Type').valueAsString);
    };
    expect(synthWith(levels, build).found).toEqual(['info lowered-level']);
    expect(synthWith(levels, () => undefined).found).toEqual(['info lowered-level']);
  });

  test('in one Stage leaves the others alone', () => {
    const app = gated({ levels: [{ rule: 'lambda-url-auth-none', level: WARNING, scope: 'Test', reason }] });
    for (const id of ['Test', 'Testing', 'Production']) publicUrl(new Stack(new Stage(app, id), 'Orders'));
    const { failed, found } = synth(app);
    expect(failed).toBe(true);
    expect(found).toEqual([
      'error lambda-url-auth-none Production/Orders/Url',
      'error lambda-url-auth-none Testing/Orders/Url',
      'info lowered-level',
      'warning lambda-url-auth-none Test/Orders/Url',
    ]);
  });

  test('counts at the longest path, whatever the order', () => {
    const levels = [
      { rule: 's3-versioning', level: WARNING, scope: 'Orders/Archive', reason },
      { rule: 's3-versioning', level: ERROR, scope: 'Orders' },
    ];
    const build = (stack: Stack) => {
      unversionedBucket(stack);
      unversionedBucket(stack, 'Other');
    };
    const wanted = ['error s3-versioning Orders/Other', 'info lowered-level', 'warning s3-versioning Orders/Archive'];
    expect(synthWith(levels, build).found).toEqual(wanted);
    expect(synthWith([...levels].reverse(), build).found).toEqual(wanted);
  });

  test('never reaches what hides a property that one of our constructs enforces', () => {
    const levels = ['lambda-url-auth-none', 'lambda-url-auth-none[unknown]'].map((rule) => ({
      rule,
      level: OFF,
      reason,
    }));
    const { failed, found } = synthWith(levels, (stack) => {
      const url = publicUrl(stack);
      enforce(stack, url, [
        { path: 'AuthType', accepts: () => true, rule: 'lambda-url-auth-none', instead: 'keep it' },
      ]);
      url.addPropertyOverride('AuthType', new CfnParameter(stack, 'Type').valueAsString);
    });
    expect(failed).toBe(true);
    expect(found).toContain('error lambda-url-auth-none[unknown] Orders/Url');
  });
});

test('a level for a path that no construct has is an error, because nobody would notice that it changes nothing', () => {
  const { failed, found } = synthWith([{ rule: 's3-versioning', level: ERROR, scope: 'Order' }], () => undefined);
  expect([failed, found]).toEqual([true, ['error level-without-construct']]);
});

test('validateScope lists the levels of what it looks at', () => {
  const app = gated();
  const orders = new Stack(app, 'Orders');
  const payments = new Stack(app, 'Payments');
  publicUrl(orders);
  const gate = new ServerlessSecurityChecks(app, {
    levels: [{ rule: 'lambda-url-auth-none', level: WARNING, scope: 'Orders', reason }],
  });
  expect(gate.validateScope(orders).violations.map(({ ruleName }) => ruleName)).toEqual([
    'lambda-url-auth-none',
    'lowered-level',
  ]);
  expect(gate.validateScope(payments).violations).toEqual([]);
});

describe('is refused where the gate is made', () => {
  const critical = 's3-acl-public-write';
  test.each<[string, RuleLevel[], string]>([
    ['for no rule', [{ rule: 'url-auth', level: ERROR }], "'url-auth' is not a rule"],
    ['with the name of the plugin', [{ rule: 'ServerlessSecurity::s3-versioning', level: ERROR }], 'is not a rule'],
    ['lower without a reason', [{ rule: 'lambda-url-auth-none', level: WARNING }], 'say in a sentence why'],
    ['lower with half a reason', [{ rule: 'lambda-url-auth-none', level: OFF, reason: 'n/a' }], "is 'n/a'"],
    ['off without a reason', [{ rule: 's3-versioning', level: OFF }], 'say in a sentence why'],
    ['lower for a critical rule', [{ rule: critical, level: ERROR, reason }], 'is critical and cannot be lowered'],
    ['off for a critical rule in one Stage', [{ rule: critical, level: OFF, scope: 'Test', reason }], "'breakGlass'"],
    ['off for what a critical rule cannot tell', [{ rule: `${critical}[unknown]`, level: OFF, reason }], 'is critical'],
    ['for an empty path', [{ rule: 's3-versioning', level: ERROR, scope: '' }], 'the scope for'],
    [
      'twice',
      [
        { rule: 's3-versioning', level: ERROR },
        { rule: 's3-versioning', level: FATAL },
      ],
      "'s3-versioning' is given twice for the whole app",
    ],
    [
      'lower than what was raised above, without a reason',
      [
        { rule: 's3-versioning', level: FATAL },
        { rule: 's3-versioning', level: WARNING, scope: 'Test' },
      ],
      'say in a sentence why',
    ],
  ])('%s', (_, levels, message) => {
    expect(() => new ServerlessSecurityChecks(undefined, { levels })).toThrow(message);
  });

  test('twice, which is one mistake and is told once', () => {
    const level = { rule: 's3-versioning', level: ERROR };
    const make = () => new ServerlessSecurityChecks(undefined, { levels: [level, { ...level }] });
    expect(make).toThrow(
      /^'levels' of 'ServerlessSecurityChecks': 's3-versioning' is given twice for the whole app: keep one$/,
    );
  });

  test('a medium rule as a warning needs a reason with strict only, where it would be an error', () => {
    const levels = [{ rule: 's3-versioning', level: WARNING }];
    expect(() => new ServerlessSecurityChecks(undefined, { levels })).not.toThrow();
    expect(() => new ServerlessSecurityChecks(undefined, { levels, strict: true })).toThrow('say in a sentence why');
  });

  test('with everything that is wrong in one error', () => {
    const levels = [
      { rule: 'url-auth', level: ERROR },
      { rule: critical, level: OFF, reason },
    ];
    expect(() => new ServerlessSecurityChecks(undefined, { levels })).toThrow(/'url-auth'.*; 's3-acl-public-write'/);
  });
});

test('a critical finding stays fatal whatever the levels of other rules are', () => {
  const { failed, found } = synthWith([{ rule: 's3-versioning', level: OFF, reason }], (stack) => publicBucket(stack));
  expect(failed).toBe(true);
  expect(found).toContain('fatal s3-acl-public-write Orders/Uploads');
});
