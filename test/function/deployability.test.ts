/** @jest-environment ./test/judges/validator-environment.ts */
process.env.CDK_VALIDATION = 'true';

import { App, Duration, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import type { Construct } from 'constructs';
import { SecureFunction } from '../../src/function/secure-function';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

function everyHour(scope: Construct, id: string, fn: lambda.IFunction): void {
  new events.Rule(scope, id, {
    schedule: events.Schedule.rate(Duration.hours(1)),
    targets: [new targets.LambdaFunction(fn)],
  });
}

const cases: [string, (app: App) => void][] = [
  ['by default', (app) => void new SecureFunction(new Stack(app, 'Stack'), 'Fn', code)],
  [
    'twice in one stack, invoked asynchronously',
    (app) => {
      const stack = new Stack(app, 'Stack');
      for (const id of ['A', 'B']) everyHour(stack, `Rule${id}`, new SecureFunction(stack, id, code));
    },
  ],
  [
    'in a stage, in a nested stack, beside a rule of another stack',
    (app) => {
      const stage = new Stage(app, 'Stage');
      const stack = new Stack(stage, 'Stack');
      const fn = new SecureFunction(new NestedStack(stack, 'Nested'), 'Fn', code);
      everyHour(new Stack(stage, 'Rules'), 'Rule', fn);
    },
  ],
  [
    'with the same id in two regions, a table, and an alias that a rule of another stack invokes',
    (app) => {
      for (const region of ['eu-west-1', 'us-east-1']) {
        const env = { account: '111122223333', region };
        const fn = new SecureFunction(new Stack(app, `Stack-${region}`, { env }), 'Fn', code);
        new dynamodb.Table(new Stack(app, `Data-${region}`, { env }), 'Table', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        }).grantReadWriteData(fn);
        everyHour(new Stack(app, `Rules-${region}`, { env }), 'Rule', fn.addAlias('live'));
      }
    },
  ],
  [
    'in a VPC with a file system',
    (app) => {
      const stack = new Stack(app, 'Stack');
      const vpc = new ec2.Vpc(stack, 'Vpc');
      const fileSystem = new efs.FileSystem(stack, 'Files', { vpc });
      const point = fileSystem.addAccessPoint('Point', {
        path: '/x',
        createAcl: { ownerGid: '1', ownerUid: '1', permissions: '700' },
      });
      new SecureFunction(stack, 'Fn', {
        ...code,
        vpc,
        filesystem: lambda.FileSystem.fromEfsAccessPoint(point, '/mnt/x'),
      });
    },
  ],
  [
    'with everything that the L2 adds by itself',
    (app) => {
      const stack = new Stack(app, 'Stack');
      new SecureFunction(stack, 'Fn', {
        ...code,
        deadLetterQueue: new sqs.Queue(stack, 'Dlq', { encryption: sqs.QueueEncryption.KMS }),
        insightsVersion: lambda.LambdaInsightsVersion.VERSION_1_0_333_0,
        profiling: true,
        runtime: lambda.Runtime.PYTHON_3_12,
        retryAttempts: 1,
      });
    },
  ],
  [
    'with an alias, a version and a URL',
    (app) => {
      const fn = new SecureFunction(new Stack(app, 'Stack'), 'Fn', { ...code, functionName: 'named' });
      fn.addAlias('live').addFunctionUrl({ cors: { allowedOrigins: ['https://www.example.com'] } });
      everyHour(fn.stack, 'Rule', fn);
    },
  ],
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  test.each(cases)('the template validator of the CDK finds no error in a function %s', (__, add) => {
    const app = new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
    add(app);
    expect(() => app.synth()).not.toThrow();
  });
});
