import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, NestedStack, Stack, Tags, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
  ServerlessChecks,
} from 'cdk-nag';
import {
  SecureFunction,
  SecureStringParameter,
  SecureStringValue,
  ServerlessSecurityChecks,
  type ServerlessSecurityChecksProps,
} from '../../src';

interface Violation {
  readonly ruleName: string;
  readonly violatingConstructs: readonly { readonly constructPath?: string }[];
}

interface Report {
  readonly pluginReports: { readonly violations?: Violation[]; readonly suppressedViolations?: Violation[] }[];
}

function reportOf(app: App, props: ServerlessSecurityChecksProps): Report {
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, props));
  app.synth();
  return JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as Report;
}

const named = (violations: readonly Violation[] = []) => violations.map(({ ruleName }) => ruleName.replace(/\[.*/, ''));

function parameters(stack: Stack): void {
  const password = new SecureStringParameter(stack, 'Password', {
    value: SecureStringValue.generated({ rotation: 1 }),
  });
  password.grantRead(
    new SecureFunction(stack, 'Reader', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      environment: { DB_PASSWORD_PARAMETER_NAME: password.parameterName },
    }),
  );
  new SecureStringParameter(new NestedStack(stack, 'Nested'), 'Token', {
    parameterName: '/orders/token',
    tier: ssm.ParameterTier.ADVANCED,
    value: SecureStringValue.putByOperator(),
  });
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  test('the gate finds nothing in parameters and who reads them, not even a warning', () => {
    const app = new App({ context });
    parameters(new Stack(app, 'Stack'));
    expect(reportOf(app, {}).pluginReports.flatMap(({ violations }) => named(violations))).toEqual([]);
  });

  test('an app with nothing but a parameter passes the strict gate', () => {
    const app = new App({ context });
    const stack = new Stack(app, 'Stack');
    Tags.of(stack).add('owner', 'team-orders');
    new SecureStringParameter(stack, 'Password');
    const { pluginReports } = reportOf(app, { strict: true });
    // As of every function: inline policies go with their role, and an alarm on the queue of failures is a person's to set.
    expect(new Set(pluginReports.flatMap(({ violations }) => named(violations)))).toEqual(
      new Set(['alarm-missing', 'iam-inline']),
    );
    expect(pluginReports.flatMap(({ suppressedViolations }) => named(suppressedViolations)).sort()).toEqual([
      'alarm-missing',
      'lambda-code-signing',
      'lambda-in-vpc',
      'lambda-reserved-concurrency',
      'logs-data-protection',
    ]);
  });

  test('cdk-nag has no open finding', () => {
    const app = new App({ context });
    parameters(new Stack(app, 'Stack'));
    app.synth();
    const packs = [
      AwsSolutionsChecks,
      HIPAASecurityChecks,
      NIST80053R4Checks,
      NIST80053R5Checks,
      PCIDSS321Checks,
      ServerlessChecks,
    ];
    expect(
      packs.flatMap((Pack) => new Pack(app).validateScope(app).violations.map(({ ruleName }) => ruleName)),
    ).toEqual([]);
  });
});
