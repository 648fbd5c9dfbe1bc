import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  App,
  Aspects,
  CfnParameter,
  CfnResource,
  LegacyStackSynthesizer,
  NestedStack,
  Stack,
  Stage,
  Validations,
  aws_lambda as lambda,
  aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct, RootConstruct } from 'constructs';
import type { IConstruct } from 'constructs';
import { enforce } from '../../src/enforced/enforced';
import { requireCdkVersion } from '../../src/pack/cdk-version';
import { GateMode } from '../../src/pack/gate-props';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

// The gate is judged with one critical and one high rule, so that a new rule does not change what it says here.
jest.mock('../../src/rules/registry.generated', () => {
  const load = (path: string) => (jest.requireActual(`../../src/rules/${path}`) as { default: unknown }).default;
  return { rules: [load('bucket/s3-acl-public-write'), load('function/lambda-url-auth-none')] };
});

const recommended = JSON.parse(
  readFileSync(require.resolve('aws-cdk-lib/recommended-feature-flags.json'), 'utf8'),
) as Record<string, unknown>;

/** A high finding: lambda-url-auth-none. */
function publicUrl(scope: IConstruct, id = 'Url'): CfnResource {
  return new CfnResource(scope as Stack, id, {
    type: 'AWS::Lambda::Url',
    properties: { AuthType: 'NONE', TargetFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders' },
  });
}

/** A critical finding: s3-acl-public-write. */
function publicBucket(scope: IConstruct, id = 'Uploads'): CfnResource {
  return new CfnResource(scope as Stack, id, {
    type: 'AWS::S3::Bucket',
    properties: {
      AccessControl: 'PublicReadWrite',
    },
  });
}

interface ReportedViolation {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

function reportOf(app: App) {
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: readonly {
      readonly pluginName: string;
      readonly conclusion: string;
      readonly violations: readonly ReportedViolation[];
      readonly suppressedViolations?: readonly (ReportedViolation & { readonly reason: string })[];
    }[];
  };
  return report.pluginReports.filter(({ pluginName }) => pluginName === 'ServerlessSecurity');
}

function gated(
  props?: ConstructorParameters<typeof ServerlessSecurityChecks>[1],
  context?: Record<string, unknown>,
): App {
  const app = new App({ context });
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, props));
  return app;
}

function found(app: App): string[] {
  return reportOf(app)
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName.replace(/\[.*\//, '[')} ${constructPath}`),
    )
    .sort();
}

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

describe.each([
  ['without feature flags', undefined],
  ['with the recommended feature flags', recommended],
])('the gate %s', (_, context) => {
  test('lets an app without findings through', () => {
    const app = gated({}, context);
    new Stack(app, 'Stack');
    expect(() => app.synth()).not.toThrow();
  });

  test('fails on an error and says what, where, why and what to do', () => {
    const app = gated({}, context);
    publicUrl(new Stack(app, 'Orders'));
    expect(() => app.synth()).toThrow(
      /the function URL accepts unauthenticated calls: AuthType is "NONE", wanted "AWS_IAM"/,
    );
    const [{ violations }] = reportOf(app);
    expect(violations).toEqual([
      expect.objectContaining({
        ruleName: 'lambda-url-auth-none',
        severity: 'error',
        suggestedFix: expect.stringContaining('AuthType: AWS_IAM'),
        ruleMetadata: expect.objectContaining({ owaspServerless: 'S2 Broken Authentication', severity: 'high' }),
        violatingConstructs: [
          expect.objectContaining({
            constructPath: 'Orders/Url',
            cloudFormationResource: {
              logicalId: 'Url',
              templatePath: 'Orders.template.json',
              propertyPaths: ['Properties.AuthType'],
            },
          }),
        ],
      }),
    ]);
  });

  test('fails on a critical finding', () => {
    const app = gated({}, context);
    publicBucket(new Stack(app, 'Orders'));
    expect(() => app.synth()).toThrow(/everybody on the internet/);
  });

  test('does not fail on what it cannot tell alone', () => {
    const app = gated({}, context);
    const stack = new Stack(app, 'Orders');
    const authType = new CfnParameter(stack, 'AuthType');
    publicUrl(stack).addPropertyOverride('AuthType', authType.valueAsString);
    expect(() => app.synth()).not.toThrow();
    expect(found(app)).toEqual(['lambda-url-auth-none[unknown] Orders/Url']);
  });

  test('sees what an aspect that runs last has done', () => {
    const app = gated({}, context);
    const url = publicUrl(new Stack(app, 'Orders'));
    url.addPropertyOverride('AuthType', 'AWS_IAM');
    Aspects.of(app).add({ visit: () => url.addPropertyOverride('AuthType', 'NONE') }, { priority: 1000 });
    expect(() => app.synth()).toThrow(/unauthenticated/);
  });

  test('sees nested stacks, and in them what the parent stack gives them', () => {
    const app = gated({}, context);
    const stack = new Stack(app, 'Orders');
    const nested = new NestedStack(stack, 'Nested', { parameters: { AuthType: 'NONE' } });
    const authType = new CfnParameter(nested, 'AuthType');
    publicUrl(nested).addPropertyOverride('AuthType', authType.valueAsString);
    expect(() => app.synth()).toThrow(/unauthenticated/);
    expect(found(app)).toEqual(['lambda-url-auth-none Orders/Nested/Url']);
  });

  test('sees the Stages of an app, each on its own', () => {
    const app = gated({}, context);
    publicUrl(new Stack(new Stage(app, 'Test'), 'Orders'));
    publicUrl(new Stack(new Stage(app, 'Production'), 'Orders'));
    expect(() => app.synth()).toThrow(/unauthenticated/);
    expect(found(app)).toEqual(['lambda-url-auth-none Production/Orders/Url', 'lambda-url-auth-none Test/Orders/Url']);
  });

  test('reports each finding once where stacks are deployed to several environments', () => {
    const app = gated({}, context);
    publicUrl(new Stack(app, 'Ireland', { env: { account: '111122223333', region: 'eu-west-1' } }));
    publicUrl(new Stack(app, 'Virginia', { env: { account: '111122223333', region: 'us-east-1' } }));
    expect(() => app.synth()).toThrow(/unauthenticated/);
    expect(found(app)).toEqual(['lambda-url-auth-none Ireland/Url', 'lambda-url-auth-none Virginia/Url']);
  });

  test.each([
    ['passes where only others have findings', [] as string[]],
    ['fails on its own findings', ['Payments']],
  ])('registered on a Stage looks at that Stage only: %s', (__, insecure) => {
    const app = new App({ context });
    const production = new Stage(app, 'Production');
    Validations.of(production).addPlugins(new ServerlessSecurityChecks(production));
    publicUrl(new Stack(new Stage(app, 'Test'), 'Orders'));
    publicUrl(new Stack(app, 'Pipeline'));
    new Stack(production, 'Orders');
    for (const id of insecure) publicUrl(new Stack(production, id));
    if (insecure.length === 0) {
      expect(() => app.synth()).not.toThrow();
    } else {
      expect(() => app.synth()).toThrow(/unauthenticated/);
      expect(found(app)).toEqual(['lambda-url-auth-none Production/Payments/Url']);
    }
  });

  test.each(['the same gate', 'another gate'])('registered twice (%s) reports once', (which) => {
    const app = new App({ context });
    const gate = new ServerlessSecurityChecks(app);
    const stage = new Stage(app, 'Production');
    Validations.of(stage).addPlugins(gate);
    Validations.of(app).addPlugins(gate, which === 'the same gate' ? gate : new ServerlessSecurityChecks(app));
    publicUrl(new Stack(stage, 'Orders'));
    publicUrl(new Stack(app, 'Pipeline'));
    expect(() => app.synth()).toThrow(/unauthenticated/);
    expect(found(app)).toEqual(['lambda-url-auth-none Pipeline/Url', 'lambda-url-auth-none Production/Orders/Url']);
  });
});

test.each([
  ['lets its Stage through where it only reports', GateMode.REPORT, GateMode.ENFORCE, false],
  ['fails its Stage where that of the app only reports', GateMode.ENFORCE, GateMode.REPORT, true],
])('a gate of a Stage %s, and that of the app says nothing of the Stage', (_, ofStage, ofApp, fails) => {
  const app = gated({ mode: ofApp });
  const stage = new Stage(app, 'Production');
  Validations.of(stage).addPlugins(new ServerlessSecurityChecks(stage, { mode: ofStage }));
  publicUrl(new Stack(stage, 'Orders'));
  if (fails) expect(() => app.synth()).toThrow(/unauthenticated/);
  else expect(() => app.synth()).not.toThrow();
  expect(found(app).filter((one) => one !== 'findings-counted ')).toEqual([
    'lambda-url-auth-none Production/Orders/Url',
  ]);
});

describe('an acknowledgement', () => {
  test('lets a high finding through and is listed with its reason', () => {
    const app = gated();
    const url = publicUrl(new Stack(app, 'Orders'));
    Validations.of(url).acknowledge({ id: 'ServerlessSecurity::lambda-url-auth-none', reason: 'webhook, checks HMAC' });
    expect(() => app.synth()).not.toThrow();
    const [{ violations, suppressedViolations }] = reportOf(app);
    expect(violations).toEqual([]);
    expect(suppressedViolations).toEqual([
      expect.objectContaining({ ruleName: 'lambda-url-auth-none', reason: 'webhook, checks HMAC' }),
    ]);
  });

  test.each([
    ['its stack', (stack: Stack) => stack],
    ['the app', (stack: Stack) => stack.node.root],
  ])('on %s counts for what is below', (_, scopeOf) => {
    const app = gated();
    const stack = new Stack(app, 'Orders');
    publicUrl(stack);
    Validations.of(scopeOf(stack)).acknowledge({ id: 'ServerlessSecurity::lambda-url-auth-none', reason: 'webhook' });
    expect(() => app.synth()).not.toThrow();
  });

  test('of one construct does not hide the same finding of another', () => {
    const app = gated();
    const stack = new Stack(app, 'Orders');
    Validations.of(publicUrl(stack, 'Webhook')).acknowledge({
      id: 'ServerlessSecurity::lambda-url-auth-none',
      reason: 'webhook, checks HMAC',
    });
    publicUrl(stack, 'Other');
    expect(() => app.synth()).toThrow(/unauthenticated/);
    expect(found(app)).toEqual(['lambda-url-auth-none[Other] Orders/Other']);
  });

  test('works in the form that is printed for such another finding', () => {
    const app = gated();
    const stack = new Stack(app, 'Orders');
    for (const [id, rule] of [
      ['Webhook', 'lambda-url-auth-none'],
      ['Other', 'lambda-url-auth-none[Orders/Other]'],
    ]) {
      Validations.of(publicUrl(stack, id)).acknowledge({ id: `ServerlessSecurity::${rule}`, reason: 'webhook' });
    }
    expect(() => app.synth()).not.toThrow();
    expect(reportOf(app)[0].suppressedViolations).toHaveLength(2);
  });

  test.each(['Custom::Callback', 'My Callback', 'Ünïcode', 'a::b::c'])(
    'works in the form that is printed for a construct that is called %s',
    (id) => {
      const build = (rule?: string) => {
        const app = gated();
        const stack = new Stack(app, 'Orders');
        Validations.of(publicUrl(stack, 'Webhook')).acknowledge({
          id: 'ServerlessSecurity::lambda-url-auth-none',
          reason: 'webhook',
        });
        const url = publicUrl(new Construct(stack, id));
        if (rule) Validations.of(url).acknowledge({ id: `ServerlessSecurity::${rule}`, reason: 'callback' });
        return app;
      };
      const app = build();
      expect(() => app.synth()).toThrow(/unauthenticated/);
      const [{ ruleName }] = reportOf(app)[0].violations;
      expect(() => build(ruleName).synth()).not.toThrow();
    },
  );

  test('does not let a critical finding through', () => {
    const app = gated();
    const bucket = publicBucket(new Stack(app, 'Orders'));
    Validations.of(bucket).acknowledge({ id: 'ServerlessSecurity::s3-acl-public-write', reason: 'we want it so' });
    expect(() => app.synth()).toThrow(/everybody on the internet/);
  });

  test('in a nested stack of a Stage counts', () => {
    const app = gated();
    const nested = new NestedStack(new Stack(new Stage(app, 'Production'), 'Orders'), 'Nested');
    Validations.of(publicUrl(nested)).acknowledge({
      id: 'ServerlessSecurity::lambda-url-auth-none',
      reason: 'webhook',
    });
    expect(() => app.synth()).not.toThrow();
  });
});

test('the report says which version of the library judged, because a newer one finds more', () => {
  const app = gated();
  publicUrl(new Stack(app, 'Orders'));
  expect(() => app.synth()).toThrow();
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: { pluginName: string; pluginVersion?: string }[];
  };
  const { version } = jest.requireActual<{ version: string }>('../../package.json');
  expect(pluginReports).toContainEqual(
    expect.objectContaining({ pluginName: 'ServerlessSecurity', pluginVersion: version }),
  );
});

describe('mode and strictness', () => {
  test('report mode reports everything and fails nothing, acknowledged findings or not', () => {
    const app = gated({ mode: GateMode.REPORT });
    const stack = new Stack(app, 'Orders');
    publicBucket(stack);
    publicUrl(stack, 'Other');
    Validations.of(publicUrl(stack)).acknowledge({ id: 'ServerlessSecurity::lambda-url-auth-none', reason: 'webhook' });
    expect(() => app.synth()).not.toThrow();
    expect(found(app)).toEqual([
      'findings-counted ',
      'lambda-url-auth-none[Other] Orders/Other',
      's3-acl-public-write Orders/Uploads',
    ]);
  });

  test('report mode does not take what nobody can accept for accepted, or it would fail on the day that the mode goes', () => {
    const app = gated({ mode: GateMode.REPORT });
    const bucket = publicBucket(new Stack(app, 'Orders'));
    Validations.of(bucket).acknowledge({ id: 'ServerlessSecurity::s3-acl-public-write', reason: 'we like it' });
    app.synth();
    expect(found(app)).toContain('s3-acl-public-write[Uploads] Orders/Uploads');
  });

  test('a path that no construct has is told with the one that was meant', () => {
    const glass = {
      rule: 's3-acl-public-write',
      constructPath: 'orders/Uplods',
      reason: 'the importer is replaced soon',
    };
    const expires = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
    const app = gated({ breakGlass: [{ ...glass, expires }] });
    publicBucket(new Stack(app, 'Orders'));
    expect(() => app.synth()).toThrow();
    const told = reportOf(app).flatMap(({ violations }) => violations.map(({ description }) => description));
    expect(told).toContainEqual(
      expect.stringContaining("at 'orders/Uplods' (did you mean 'Orders/Uploads'?) lets nothing through"),
    );
  });

  describe('breakGlass', () => {
    const nextMonth = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
    const glass = {
      rule: 's3-acl-public-write',
      constructPath: 'Orders',
      reason: 'the migration takes until Friday',
      expires: nextMonth,
    };

    test('lets a critical finding through and says so', () => {
      const app = gated({ breakGlass: [glass] });
      publicBucket(new Stack(app, 'Orders'));
      expect(() => app.synth()).not.toThrow();
      expect(reportOf(app)[0].violations[0].description).toMatch(
        new RegExp(`let through until ${nextMonth}: the migration takes until Friday$`),
      );
    });

    test('ends with the day on which it expires', () => {
      const app = gated({ breakGlass: [{ ...glass, expires: '2020-01-01' }] });
      publicBucket(new Stack(app, 'Orders'));
      expect(() => app.synth()).toThrow(/it was let through until 2020-01-01/);
    });

    test.each<[string, Partial<typeof glass>, boolean]>([
      ['at a path of no construct', { constructPath: 'Nowhere' }, true],
      ['at a construct that is secure', { constructPath: 'Payments' }, true],
      ['that is needed', {}, false],
    ])('%s is told if it lets nothing through, because it would let the next finding through', (_, change, isStale) => {
      const app = gated({ breakGlass: [{ ...glass, ...change }] });
      publicBucket(new Stack(new Stage(app, 'Orders'), 'Data'));
      new Stack(app, 'Payments');
      try {
        app.synth();
      } catch {
        // What is not let through fails.
      }
      const names = reportOf(app)[0].violations.map(({ ruleName }) => ruleName);
      expect(names.includes('break-glass-stale')).toBe(isStale);
    });

    test('is not called idle by the gate of another Stage, which is given the same list', () => {
      const app = new App();
      for (const id of ['Test', 'Production']) {
        const stage = new Stage(app, id);
        const breakGlass = [{ ...glass, constructPath: 'Production' }];
        Validations.of(stage).addPlugins(new ServerlessSecurityChecks(stage, { breakGlass }));
        const stack = new Stack(stage, 'Orders');
        if (id === 'Production') publicBucket(stack);
      }
      app.synth();
      const names = reportOf(app).flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
      expect(names).toEqual(['s3-acl-public-write']);
    });

    test('counts for that construct only', () => {
      const app = gated({ breakGlass: [{ ...glass, constructPath: 'Ord' }] });
      publicBucket(new Stack(app, 'Orders'));
      expect(() => app.synth()).toThrow(/everybody on the internet/);
    });

    test.each([
      [{ rule: 's3-acl' }, "'s3-acl' is not a rule: write"],
      [{ rule: 's3-acl-public-writ' }, "'s3-acl-public-writ' is not a rule (did you mean 's3-acl-public-write'?)"],
      [{ rule: 'lambda-url-auth-none' }, "'lambda-url-auth-none' is not critical"],
      [{ reason: 'later' }, "the reason for 's3-acl-public-write' is 'later': say in a sentence"],
      [{ expires: 'soon' }, "'soon' is not a date"],
      [{ expires: '2099-01-01' }, 'more than a year away'],
      [{ constructPath: '' }, 'the construct path'],
    ])('is refused with %j', (change, message) => {
      expect(() => new ServerlessSecurityChecks(undefined, { breakGlass: [{ ...glass, ...change }] })).toThrow(message);
    });
  });
});

describe('what hides a property that one of our constructs enforces', () => {
  const enforcing = (path: string) => {
    const stack = new Stack(new App(), 'Orders');
    const url = publicUrl(stack);
    enforce(url, url, [{ path, value: 'AWS_IAM', rule: 'lambda-url-auth-none', instead: 'keep it' }]);
    url.addPropertyOverride('AuthType', new CfnParameter(stack, 'Type').valueAsString);
    return new ServerlessSecurityChecks().validateScope(stack);
  };

  test('is an error: we wrote a known value and somebody covered it', () => {
    const { success, violations } = enforcing('AuthType');
    expect(violations.map(({ ruleName, severity }) => [ruleName, severity])).toEqual([
      ['lambda-url-auth-none[unknown]', 'error'],
    ]);
    expect(success).toBe(false);
  });

  test('leaves other properties alone', () => {
    const { success, violations } = enforcing('InvokeMode');
    expect(violations.map(({ severity }) => severity)).toEqual(['warning']);
    expect(success).toBe(true);
  });
});

describe('where the CDK CLI reads the report and leaves out stacks that were not selected', () => {
  const asCli = { '@aws-cdk/core:failSynthOnValidationErrors': false };
  const places = (app: App) =>
    reportOf(app)
      .flatMap(({ violations }) => violations)
      .flatMap(({ ruleName, severity, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => `${severity} ${ruleName} ${constructPath}`),
      );

  test('findings in a Stage are also told in a form that it keeps, or `cdk synth` would pass them', () => {
    const app = gated({}, asCli);
    publicUrl(new Stack(new Stage(app, 'Production'), 'Orders'));
    app.synth();
    expect(places(app)).toEqual(['error lambda-url-auth-none Production/Orders/Url', 'fatal stage-findings ']);
    expect(reportOf(app)[0].conclusion).toBe('failure');
  });

  test.each([
    ['critical', publicBucket],
    ['high', publicUrl],
  ])('%s findings in a Stage are told so that nobody can acknowledge all at once', (_, insecure) => {
    const app = gated({}, asCli);
    insecure(new Stack(new Stage(app, 'Production'), 'Orders'));
    Validations.of(app).acknowledge({ id: 'ServerlessSecurity::stage-findings', reason: 'not selected' });
    app.synth();
    expect(places(app)).toContain('fatal stage-findings ');
  });

  test('warnings in a Stage, and findings outside of Stages, are told once', () => {
    const app = gated({}, asCli);
    publicUrl(new Stack(app, 'Orders'));
    const stack = new Stack(new Stage(app, 'Production'), 'Orders');
    publicUrl(stack).addPropertyOverride('AuthType', new CfnParameter(stack, 'Type').valueAsString);
    app.synth();
    expect(places(app)).toEqual([
      'error lambda-url-auth-none Orders/Url',
      'warning lambda-url-auth-none[unknown] Production/Orders/Url',
    ]);
  });
});

describe('validateScope', () => {
  test('finds what the synthesis finds, without failing, and leaves the synthesis to run', () => {
    const app = new App();
    const gate = new ServerlessSecurityChecks(app);
    Validations.of(app).addPlugins(gate);
    const stack = new Stack(app, 'Orders');
    const url = publicUrl(new NestedStack(stack, 'Nested'));
    const report = gate.validateScope(app);
    expect(report.success).toBe(false);
    expect(() => app.synth()).toThrow(/unauthenticated/);
    expect(report.violations.map(({ ruleName }) => ruleName)).toEqual(
      reportOf(app)[0].violations.map(({ ruleName }) => ruleName),
    );
    url.addPropertyOverride('AuthType', 'AWS_IAM');
    expect(gate.validateScope(app)).toEqual({ success: true, violations: [] });
    expect(() => app.synth()).not.toThrow();
  });

  test('looks at the scope only', () => {
    const app = new App();
    const orders = new Stack(app, 'Orders');
    publicUrl(new Stack(app, 'Payments'));
    expect(new ServerlessSecurityChecks().validateScope(orders).violations).toEqual([]);
    const url = publicUrl(orders);
    expect(new ServerlessSecurityChecks().validateScope(url).violations).toHaveLength(1);
  });

  test('works in a Stage and with an L2', () => {
    const stack = new Stack(new Stage(new App(), 'Production'), 'Orders');
    const orders = new lambda.Function(stack, 'Orders', {
      code: lambda.Code.fromInline('exports.handler = async () => {}'),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
    });
    orders.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
    new s3.Bucket(stack, 'Bucket');
    const names = new ServerlessSecurityChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName);
    expect(names).toContain('lambda-url-auth-none');
  });
});

test.each([
  ['2.262.0', true],
  ['2.99.9', true],
  ['1.300.0', true],
  ['2.262.1', false],
  ['2.263.0-rc.1', false],
  ['3.0.0', false],
])('aws-cdk-lib %s is too old: %s', (version, tooOld) => {
  const call = () => requireCdkVersion(version);
  if (tooOld) expect(call).toThrow(`needs aws-cdk-lib 2.262.1 or newer and found ${version}`);
  else expect(call).not.toThrow();
});

test('what a template says cannot move the cursor of a terminal or start a line of its own', () => {
  const app = gated({ mode: GateMode.REPORT });
  publicUrl(new Stack(app, 'Orders')).addPropertyOverride('AuthType', '\u001b[2K\nERROR \u202eall fine');
  app.synth();
  const [{ violations }] = reportOf(app);
  expect(violations[0].description).toContain('\\u001b[2K\\nERROR \\u202eall fine');
  expect(violations[0].description).not.toMatch(/[\u0000-\u001f\u202e]/);
});

test('a construct without an App or Stage is in nothing that is deployed', () => {
  expect(() => new ServerlessSecurityChecks().validateScope(new Stack())).not.toThrow();
  expect(() => new ServerlessSecurityChecks().validateScope(new RootConstruct('Loose'))).toThrow(
    "'Loose' cannot be checked: it is in no App or Stage",
  );
});

test('a stack without anything in it is no finding', () => {
  const app = gated();
  new Stack(app, 'Empty', { synthesizer: new LegacyStackSynthesizer() });
  expect(() => app.synth()).not.toThrow();
});

test('a template that cannot be read fails the synthesis and is named', () => {
  const app = gated();
  const stack = new Stack(app, 'Orders');
  publicUrl(stack).addPropertyOverride('AuthType', 'AWS_IAM');
  stack.templateOptions.metadata = {};
  stack.addTransform('AWS::LanguageExtensions-2022-09-01');
  const include = new CfnResource(stack, 'Broken', { type: 'AWS::S3::Bucket' });
  include.addOverride('Type', 42);
  expect(() => app.synth()).toThrow(
    /Orders\.template\.json" is not a CloudFormation template: resource "Broken" has no "Type"/,
  );
});
