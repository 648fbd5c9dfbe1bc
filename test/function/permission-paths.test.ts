import { App, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureFunction } from '../../src/function/secure-function';
import { arnOf, can, evaluate, type PathOptions } from '../../src/iam';
import { rolePolicies } from '../../src/iam/role-policies';
import { Application, type Resource } from '../../src/template';

const account = '${AWS::AccountId}';
const region = '${AWS::Region}';

/** What a call of the function's own code carries, and a call that Lambda makes for it does not. */
const byTheCode = { 'lambda:SourceFunctionArn': `arn:aws:lambda:${region}:${account}:function:fn` };

function synthesized(context: Record<string, unknown>): Application {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Stack');
  const code = {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
  };
  const fn = new SecureFunction(stack, 'Fn', { ...code, vpc: new ec2.Vpc(stack, 'Vpc') });
  new SecureFunction(stack, 'Other', code);
  new s3.Bucket(stack, 'Books').grantRead(fn);
  new s3.Bucket(stack, 'Secrets');
  const table = new dynamodb.Table(stack, 'Table', {
    partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  });
  table.grantReadData(fn);
  new events.Rule(stack, 'Rule', {
    eventPattern: { source: ['books'] },
    targets: [new targets.LambdaFunction(fn)],
  });
  return Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  const app = synthesized(context);
  const at = (path: string): Resource => {
    const found = app.resources.find(({ constructPath }) => constructPath === `Stack/${path}/Resource`);
    if (!found) throw new Error(`nothing at "Stack/${path}"`);
    return found;
  };

  test.each<[string, string, PathOptions, string]>([
    ['s3:GetObject', 'Books', { below: '/dune.txt' }, 'allowed'],
    ['s3:ListBucket', 'Books', {}, 'allowed'],
    ['s3:GetObjectVersion', 'Books', { below: '/dune.txt' }, 'denied'],
    ['s3:GetBucketPolicy', 'Books', {}, 'denied'],
    ['s3:PutObject', 'Books', { below: '/dune.txt' }, 'denied'],
    ['s3:GetObject', 'Secrets', { below: '/key' }, 'denied'],
    ['dynamodb:GetItem', 'Table', {}, 'allowed'],
    ['dynamodb:PutItem', 'Table', {}, 'denied'],
    ['sqs:SendMessage', 'FunctionFailureQueue', {}, 'allowed'],
    ['sqs:ReceiveMessage', 'FunctionFailureQueue', {}, 'denied'],
    [
      'kms:GenerateDataKey',
      'SharedKey',
      { context: { 'kms:ViaService': `sqs.${region}.\${AWS::URLSuffix}` } },
      'allowed',
    ],
    [
      'kms:GenerateDataKey',
      'SharedKey',
      { context: { 'kms:ViaService': `s3.${region}.\${AWS::URLSuffix}` } },
      'denied',
    ],
    ['kms:Decrypt', 'SharedKey', {}, 'allowed'],
    ['kms:Decrypt', 'SharedKey', { context: byTheCode }, 'denied'],
    ['lambda:InvokeFunction', 'Other', {}, 'denied'],
  ])('the function and %s on %s (%j): %s', (action, path, options, decision) => {
    expect(
      can(app, at('Fn/ServiceRole'), action, at(path), { context: { 'aws:SecureTransport': 'true' }, ...options }),
    ).toMatchObject({ decision });
  });

  test.each([
    ['Fn', 'Fn', 'allowed'],
    ['Fn', 'Other', 'denied'],
  ])('%s writes to the log group of %s: %s', (writer, owner, decision) => {
    const verdict = can(app, at(`${writer}/ServiceRole`), 'logs:PutLogEvents', at(`${owner}/LogGroup`), {
      below: ':log-stream:x',
    });
    expect(verdict).toMatchObject({ decision });
  });

  test.each([
    ['its rule', 'Rule', 'allowed'],
    ['another rule', 'Elsewhere', 'denied'],
  ])('EventBridge invokes the function for %s', (__, name, decision) => {
    const arn = name === 'Rule' ? arnOf(at('Rule')) : `arn:aws:events:${region}:${account}:rule/other`;
    expect(
      can(app, 'events.amazonaws.com', 'lambda:InvokeFunction', at('Fn'), { context: { 'aws:SourceArn': arn } }),
    ).toMatchObject({
      decision,
    });
  });

  test.each([
    ['Lambda', {}, 'allowed'],
    ['the code of the function', byTheCode, 'denied'],
  ])('a network interface is made by %s: %j', (__, by, decision) => {
    const request = {
      principal: { kind: 'role' as const, arn: `arn:aws:iam::${account}:role/fn` },
      action: 'ec2:CreateNetworkInterface',
      resource: `arn:\${AWS::Partition}:ec2:${region}:${account}:subnet/subnet-1`,
      resourceAccount: account,
      context: by,
    };
    expect(evaluate(request, rolePolicies(at('Fn/ServiceRole')))).toMatchObject({ decision });
  });
});
