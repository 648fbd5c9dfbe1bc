import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { App, CfnMapping, CfnOutput, CfnParameter, SecretValue, Stack, Tags, Validations } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import {
  FunctionSecret,
  Rotation,
  SecureFunction,
  SecureSecret,
  SecureStringParameter,
  ServerlessSecurityChecks,
} from '../../src';

/** Nothing looks like a token where it is written; put together it does, whatever it is called. */
const canary = ['ghp_', 'Zx9kQ2vR7mT4wL8pN1cB', '6yH3jD5sF0gA2eU9'].join('');
/** Looks like one by its name only. */
const password = ['tabby', 'Lantern', '42!'].join('-');
const canaries = [canary, password];

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const role = (stack: Stack) => iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/runner');

interface Outcome {
  /** What was thrown, at the line or by the synthesis. */
  readonly error: string;
  /** What was printed. */
  readonly printed: string;
  /** The validation report. */
  readonly report: string;
  /** Every other file of the assembly. */
  readonly assembly: string;
}

/** Makes it, synthesizes whatever was made, and reads everything that came out. */
function outcomeOf(make: (stack: Stack) => unknown, withGate: boolean): Outcome {
  const printed: string[] = [];
  const spies = [
    ...(['stdout', 'stderr'] as const).map((stream) =>
      jest.spyOn(process[stream], 'write').mockImplementation((text) => (printed.push(String(text)), true)),
    ),
    ...(['log', 'warn', 'error', 'info'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation((...texts: unknown[]) => void printed.push(texts.join(' '))),
    ),
  ];
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-secure-serverless-canaries-'));
  const app = new App({ outdir, treeMetadata: true, analyticsReporting: true });
  if (withGate) Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const errors: unknown[] = [];
  for (const step of [() => make(stack), () => app.synth()]) {
    try {
      step();
    } catch (error) {
      errors.push(error);
    }
  }
  for (const spy of spies) spy.mockRestore();
  const files = readdirSync(outdir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')] as const);
  const text = (wanted: boolean) =>
    files
      .filter(([name]) => (name === 'validation-report.json') === wanted)
      .map(([, each]) => each)
      .join('\n');
  return {
    error: errors.map((error) => `${String(error)} ${(error as Error).stack ?? ''}`).join('\n'),
    printed: printed.join('\n'),
    report: text(true),
    assembly: text(false),
  };
}

const found = (text: string) => canaries.filter((each) => text.includes(each) || text.includes(encoded(each)));
const encoded = (text: string) => Buffer.from(text).toString('base64').slice(0, 20);

type Route = [string, (stack: Stack) => unknown];

const rotation = Rotation.none('issued by the payment provider');
const plain = () => SecretValue.unsafePlainText(canary);

describe('what is refused by a construct is nowhere: not in the template, an asset, the manifest, the tree, the report or an error', () => {
  test.each<Route>([
    ['environment', (stack) => new SecureFunction(stack, 'Fn', { ...code, environment: { TOKEN: canary } })],
    [
      'environment, by its name',
      (stack) => new SecureFunction(stack, 'Fn', { ...code, environment: { DB_PASSWORD: password } }),
    ],
    [
      'environment, by SecretValue',
      (stack) => new SecureFunction(stack, 'Fn', { ...code, environment: { TOKEN: plain().unsafeUnwrap() } }),
    ],
    ['addEnvironment', (stack) => new SecureFunction(stack, 'Fn', code).addEnvironment('TOKEN', canary)],
    [
      'an override of the environment',
      (stack) =>
        (new SecureFunction(stack, 'Fn', code).node.defaultChild as lambda.CfnFunction).addPropertyOverride(
          'Environment.Variables.TOKEN',
          canary,
        ),
    ],
    [
      'the name of a parameter',
      (stack) => new SecureFunction(stack, 'Fn', { ...code, secrets: { TOKEN: FunctionSecret.ssmName(canary) } }),
    ],
    [
      'the field of a secret',
      (stack) =>
        new SecureFunction(stack, 'Fn', {
          ...code,
          secrets: {
            TOKEN: FunctionSecret.secretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'S', 'orders'), {
              jsonField: canary,
            }),
          },
        }),
    ],
    ['secretStringValue', (stack) => new SecureSecret(stack, 'Secret', { rotation, secretStringValue: plain() })],
    [
      'secretObjectValue',
      (stack) => new SecureSecret(stack, 'Secret', { rotation, secretObjectValue: { token: plain() } }),
    ],
    [
      'secretObjectValue under a harmless name',
      (stack) => new SecureSecret(stack, 'Secret', { rotation, secretObjectValue: { username: plain() } }),
    ],
    [
      'secretStringTemplate',
      (stack) =>
        new SecureSecret(stack, 'Secret', {
          rotation,
          generateSecretString: {
            secretStringTemplate: JSON.stringify({ password }),
            generateStringKey: 'salt',
          },
        }),
    ],
    ['the description of a secret', (stack) => new SecureSecret(stack, 'Secret', { rotation, description: canary })],
    [
      'an override of the value',
      (stack) =>
        (
          new SecureSecret(stack, 'Secret', { rotation }).node.defaultChild as secretsmanager.CfnSecret
        ).addPropertyOverride('SecretString', canary),
    ],
    [
      'an override of the template',
      (stack) =>
        (
          new SecureSecret(stack, 'Secret', { rotation }).node.defaultChild as secretsmanager.CfnSecret
        ).addPropertyOverride('GenerateSecretString.SecretStringTemplate', JSON.stringify({ password })),
    ],
    [
      'the description of a parameter',
      (stack) => new SecureStringParameter(stack, 'Parameter', { description: `the token is ${canary}` }),
    ],
  ])('%s', (_, make) => {
    const { error, printed, report, assembly } = outcomeOf(make, false);
    expect(error).not.toBe('');
    expect(found([error, printed, report, assembly].join('\n'))).toEqual([]);
  });
});

/** Findings about secrets, as the report names them. */
function secretsIn(report: string): string[] {
  const { pluginReports } = JSON.parse(report) as {
    pluginReports: { pluginName: string; violations: { ruleName: string; severity: string; description: string }[] }[];
  };
  return pluginReports
    .filter(({ pluginName }) => pluginName === 'ServerlessSecurity')
    .flatMap(({ violations }) => violations)
    .filter(
      ({ description, ruleName }) =>
        /looks like|written out|secret|plain text/.test(description) && isAboutSecrets(ruleName),
    )
    .map(({ ruleName, severity }) => `${severity} ${ruleName.replace(/\[.*/, '')}`);
}

const isAboutSecrets = (rule: string) =>
  /^(template-secret|secret-literal|secret-param-default|ssm-param-(secret|plain)|.*-secret|lambda-env-.*|evb-api-destination|docdb-password|sfn-definition-secret|apigw-stage-variable-secret)/.test(
    rule,
  );

describe('what somebody writes elsewhere fails the synthesis once, and is never printed', () => {
  test.each<Route>([
    [
      'the environment of a function',
      (stack) => new lambda.Function(stack, 'Fn', { ...code, environment: { TOKEN: canary } }),
    ],
    [
      'the environment of a function, by its name',
      (stack) => new lambda.Function(stack, 'Fn', { ...code, environment: { DB_PASSWORD: password } }),
    ],
    [
      'the environment of a function, by SecretValue',
      (stack) => new lambda.Function(stack, 'Fn', { ...code, environment: { TOKEN: plain().unsafeUnwrap() } }),
    ],
    [
      'inline code',
      (stack) =>
        new lambda.Function(stack, 'Fn', { ...code, code: lambda.Code.fromInline(`const token = '${canary}';`) }),
    ],
    [
      'inline code, by its name',
      (stack) =>
        new lambda.Function(stack, 'Fn', { ...code, code: lambda.Code.fromInline(`const password = '${password}';`) }),
    ],
    ['the description of a function', (stack) => new lambda.Function(stack, 'Fn', { ...code, description: canary })],
    ['the default of a parameter', (stack) => new CfnParameter(stack, 'DbPassword', { default: password })],
    ['the default of a parameter, by what it is', (stack) => new CfnParameter(stack, 'Stage', { default: canary })],
    [
      'the default of a parameter that a function uses',
      (stack) =>
        new lambda.Function(stack, 'Fn', {
          ...code,
          environment: { TOKEN: new CfnParameter(stack, 'Token', { default: canary }).valueAsString },
        }),
    ],
    ['the description of a parameter', (stack) => new CfnParameter(stack, 'Stage', { description: canary })],
    [
      'a mapping',
      (stack) => new CfnMapping(stack, 'Settings', { mapping: { live: { token: canary } } }).findInMap('live', 'token'),
    ],
    ['an output', (stack) => new CfnOutput(stack, 'Token', { value: canary })],
    ['an output, by its name', (stack) => new CfnOutput(stack, 'DbPassword', { value: password })],
    ['an output, by SecretValue', (stack) => new CfnOutput(stack, 'Token', { value: plain().unsafeUnwrap() })],
    ['the description of an output', (stack) => new CfnOutput(stack, 'Stage', { value: 'live', description: canary })],
    ['a tag', (stack) => Tags.of(new sqs.Queue(stack, 'Queue', { enforceSSL: true })).add('token', canary)],
    [
      'a tag, by its name',
      (stack) => Tags.of(new sqs.Queue(stack, 'Queue', { enforceSSL: true })).add('db-password', password),
    ],
    ['the description of the stack', (stack) => void (stack.templateOptions.description = canary)],
    ['metadata', (stack) => void (stack.templateOptions.metadata = { token: canary })],
    [
      'a stage variable',
      (stack) => {
        const api = new apigateway.RestApi(stack, 'Api', { deployOptions: { variables: { token: canary } } });
        api.root.addMethod('GET', new apigateway.MockIntegration(), {
          authorizationType: apigateway.AuthorizationType.IAM,
        });
      },
    ],
    [
      'a stage variable of an HTTP API',
      (stack) =>
        new apigatewayv2.CfnStage(stack, 'Stage', {
          apiId: new apigatewayv2.HttpApi(stack, 'Api', { createDefaultStage: false }).apiId,
          stageName: 'live',
          stageVariables: { token: canary },
        }),
    ],
    [
      'the definition of a state machine',
      (stack) =>
        new sfn.StateMachine(stack, 'Machine', {
          role: role(stack),
          definitionBody: sfn.DefinitionBody.fromChainable(
            new sfn.Pass(stack, 'Pass', { result: sfn.Result.fromObject({ token: canary }) }),
          ),
        }),
    ],
    [
      'a substitution of a state machine',
      (stack) =>
        new sfn.StateMachine(stack, 'Machine', {
          role: role(stack),
          definitionBody: sfn.DefinitionBody.fromString('{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}'),
          definitionSubstitutions: { token: canary },
        }),
    ],
    [
      'user data',
      (stack) => {
        const userData = ec2.UserData.forLinux();
        userData.addCommands(`export TOKEN=${canary}`);
        new ec2.CfnLaunchTemplate(stack, 'Template', {
          launchTemplateData: {
            userData: cdk.Fn.base64(userData.render()),
            metadataOptions: { httpTokens: 'required' },
          },
        });
      },
    ],
    [
      'user data, encoded',
      (stack) =>
        new ec2.CfnLaunchTemplate(stack, 'Template', {
          launchTemplateData: {
            userData: Buffer.from(`#!/bin/bash\nexport DB_PASSWORD='${password}'\n`).toString('base64'),
            metadataOptions: { httpTokens: 'required' },
          },
        }),
    ],
    ['a parameter of Systems Manager', (stack) => new ssm.StringParameter(stack, 'Stage', { stringValue: canary })],
    ['a secret', (stack) => new secretsmanager.Secret(stack, 'Secret', { secretStringValue: plain() })],
    [
      'a secret, in an object',
      (stack) =>
        new secretsmanager.Secret(stack, 'Secret', {
          secretObjectValue: { password: SecretValue.unsafePlainText(password) },
        }),
    ],
    [
      'the template of a secret',
      (stack) =>
        new secretsmanager.Secret(stack, 'Secret', {
          generateSecretString: { secretStringTemplate: JSON.stringify({ password }), generateStringKey: 'salt' },
        }),
    ],
    [
      'a connection',
      (stack) =>
        new events.Connection(stack, 'Connection', {
          authorization: events.Authorization.apiKey('x-api-key', plain()),
        }),
    ],
    [
      'the password of a database',
      (stack) =>
        new rds.CfnDBInstance(stack, 'Db', {
          dbInstanceClass: 'db.t4g.micro',
          engine: 'postgres',
          masterUserPassword: password,
        }),
    ],
    [
      'the environment of a container',
      (stack) =>
        new ecs.FargateTaskDefinition(stack, 'Task').addContainer('App', {
          image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/node:24'),
          environment: { TOKEN: canary },
        }),
    ],
    [
      'the environment of a build',
      (stack) =>
        new codebuild.Project(stack, 'Build', {
          role: role(stack),
          buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2' }),
          environmentVariables: { TOKEN: { value: canary } },
          checkSecretsInPlainTextEnvVariables: false,
        }),
    ],
    [
      'the code of a resolver',
      (stack) =>
        new appsync.CfnResolver(stack, 'Resolver', {
          apiId: 'abcdefghijklmnopqrstuvwxyz',
          typeName: 'Query',
          fieldName: 'orders',
          code: `export const request = () => ({ headers: { authorization: '${canary}' } });`,
        }),
    ],
    [
      'an untyped resource',
      (stack) =>
        new cdk.CfnResource(stack, 'Any', {
          type: 'AWS::AppConfig::HostedConfigurationVersion',
          properties: { Content: `token: ${canary}` },
        }),
    ],
  ])('%s', (_, make) => {
    const { error, printed, report } = outcomeOf(make, true);
    expect(secretsIn(report)).toHaveLength(1);
    expect(secretsIn(report)[0]).toMatch(/^error /);
    expect(error).toContain('ValidationFailed');
    expect(found([error, printed, report].join('\n'))).toEqual([]);
  });

  test('a canary is found where nobody looks after it, so that the above can fail', () => {
    const { assembly } = outcomeOf((stack) => new CfnOutput(stack, 'Token', { value: canary }), false);
    expect(found(assembly)).toEqual([canary]);
  });
});
