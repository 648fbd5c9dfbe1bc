import { App, NestedStack, Stack, Tags, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import {
  SecureFunction,
  SecureStringParameter,
  SecureStringValue,
  ServerlessSecurityChecks,
  type ServerlessSecurityChecksProps,
} from '../../src';
import { nagPacks } from '../judges/packs';
import { type ReportedFinding, validationReport } from '../judges/validation-report';

function reportOf(app: App, props: ServerlessSecurityChecksProps): ReturnType<typeof validationReport> {
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, props));
  return validationReport(app);
}

const rulesOf = (findings: readonly ReportedFinding[]) => findings.map(({ rule }) => rule.replace(/\[.*/, ''));

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
    expect(rulesOf(reportOf(app, {}).open)).toEqual([]);
  });

  test('an app with nothing but a parameter passes the strict gate', () => {
    const app = new App({ context });
    const stack = new Stack(app, 'Stack');
    Tags.of(stack).add('owner', 'team-orders');
    new SecureStringParameter(stack, 'Password');
    const { acknowledged, open } = reportOf(app, { strict: true });
    // As of every function: inline policies go with their role, and an alarm on the queue of failures is a person's to set.
    expect(new Set(rulesOf(open))).toEqual(new Set(['alarm-missing', 'iam-inline']));
    expect(rulesOf(acknowledged).sort()).toEqual([
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
    expect(
      nagPacks.flatMap((Pack) => new Pack(app).validateScope(app).violations.map(({ ruleName }) => ruleName)),
    ).toEqual([]);
  });
});
