import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import {
  ApiFirewall,
  EgressFunction,
  IsolatedNetwork,
  ScopedBucketGrants,
  ScopedRole,
  SecureApi,
  SecureBucket,
  SecureFunction,
  SecureKey,
  SecureLogGroup,
  SecureNodejsFunction,
  SecureStringParameter,
} from '../../../src';
import { through } from '../request';
import type { Request, Subject } from '../request';

const account = '${AWS::Region}:${AWS::AccountId}';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

const logs = 'logs.${AWS::Region}.${AWS::URLSuffix}';
const stream = (logGroup: string) => `arn:\${AWS::Partition}:logs:${account}:log-group:<${logGroup}:Ref>:log-stream:1`;
const logGroupNamed = (name: string) => ({
  'kms:EncryptionContext:aws:logs:arn': `arn:\${AWS::Partition}:logs:${account}:log-group:${name}`,
});

function assumed(role: string): Request[] {
  const context = { 'aws:SourceAccount': '${AWS::AccountId}' };
  return [{ action: 'sts:AssumeRole', on: role, by: 'lambda.amazonaws.com', context }];
}

function notAssumed(role: string): Request[] {
  return [
    { action: 'sts:AssumeRole', on: role, by: 'lambda.amazonaws.com' },
    {
      action: 'sts:AssumeRole',
      on: role,
      by: 'lambda.amazonaws.com',
      context: { 'aws:SourceAccount': '999900001111' },
    },
    {
      action: 'sts:AssumeRole',
      on: role,
      by: 'ec2.amazonaws.com',
      context: { 'aws:SourceAccount': '${AWS::AccountId}' },
    },
  ];
}

const parameterArn = `arn:\${AWS::Partition}:ssm:${account}:parameter/orders/password`;
const parameter = (stack: Stack) =>
  new SecureStringParameter(stack, 'Parameter', { parameterName: '/orders/password' });

const egress = { hosts: ['api.example.com'], reason: 'cards are charged by the payment provider' };

const fromInside = {
  action: 's3:GetObject',
  below: '/in/a.pdf',
  by: '<Inside/ServiceRole>',
  through: 'Network/Endpoints/s3/Gateway',
};

/** Each construct, for what has to be possible for it to work, and with a function beside it that was granted nothing. */
export const constructs: readonly Subject[] = [
  {
    proves: 'SecureFunction',
    make: () => undefined,
    allows: [
      { action: 'logs:CreateLogStream', on: stream('Fn/LogGroup') },
      { action: 'logs:PutLogEvents', on: stream('Fn/LogGroup') },
      { action: 'kms:Decrypt', on: 'SharedKey', context: { 'lambda:SourceFunctionArn': [] } },
      ...assumed('Fn/ServiceRole'),
    ],
    denies: [
      { action: 'logs:CreateLogGroup', on: stream('Fn/LogGroup') },
      { action: 'logs:PutLogEvents', on: stream('OtherLogGroup') },
      { action: 'logs:GetLogEvents', on: stream('Fn/LogGroup') },
      ...notAssumed('Fn/ServiceRole'),
    ],
  },
  {
    proves: 'SecureNodejsFunction',
    make: ({ stack }) =>
      void new SecureNodejsFunction(stack, 'Orders', { entry: join(__dirname, '../../mutation/orders.ts') }),
    allows: assumed('Orders/ServiceRole'),
    denies: [
      ...notAssumed('Orders/ServiceRole'),
      { action: 'lambda:InvokeFunction', on: 'Orders', by: 's3.amazonaws.com' },
    ],
  },
  {
    proves: 'ScopedRole',
    make: ({ stack }) => void new SecureFunction(stack, 'Named', { ...code, role: new ScopedRole(stack, 'Role') }),
    allows: assumed('Role'),
    denies: notAssumed('Role'),
  },
  {
    proves: 'SecureBucket',
    make: ({ stack, fn }) => {
      const bucket = new SecureBucket(stack, 'Bucket');
      bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(fn));
    },
    allows: [
      {
        action: 's3:PutObject',
        on: 'AccessLogs',
        below: '/Proof/Bucket/2026-01-01',
        by: 'logging.s3.amazonaws.com',
        context: { 'aws:SourceArn': '<Bucket>', 'aws:SourceAccount': '${AWS::AccountId}' },
      },
      {
        action: 'lambda:InvokeFunction',
        on: 'Fn',
        by: 's3.amazonaws.com',
        context: { 'aws:SourceArn': '<Bucket>', 'aws:SourceAccount': '${AWS::AccountId}' },
      },
    ],
    denies: [
      {
        action: 's3:PutObject',
        on: 'AccessLogs',
        below: '/Proof/Bucket/2026-01-01',
        by: 'logging.s3.amazonaws.com',
        context: { 'aws:SourceArn': 'arn:aws:s3:::stranger', 'aws:SourceAccount': '999900001111' },
      },
      {
        action: 'lambda:InvokeFunction',
        on: 'Fn',
        by: 's3.amazonaws.com',
        context: { 'aws:SourceArn': '<OtherBucket>', 'aws:SourceAccount': '${AWS::AccountId}' },
      },
      { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf', by: 'cloudfront.amazonaws.com' },
    ],
    // What a function that is called asynchronously could not do goes to a queue.
    meant: ['send messages'],
  },
  {
    proves: 'SecureBucket that denies plain text to those who may read',
    make: ({ stack, role }) => void new SecureBucket(stack, 'Bucket').grantRead(role, 'in/*'),
    allows: [
      { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf' },
      { action: 'kms:Decrypt', on: 'SharedKey', context: through('s3', { 'aws:s3:arn': '<Bucket>' }) },
    ],
    denies: [
      { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf', context: { 'aws:SecureTransport': 'false' } },
      { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf', context: { 's3:TlsVersion': '1.1' } },
    ],
    meant: [
      'list a bucket',
      'use a key directly',
      'use a key for a secret',
      'use a key for the objects of another bucket',
      'use a key for another table',
      'use a key for the environment of a function',
    ],
  },
  {
    proves: 'EgressFunction.grantInvoke',
    make: ({ stack, fn }) => void new EgressFunction(stack, 'Egress', egress).grantInvoke(fn),
    allows: [{ action: 'lambda:InvokeFunction', on: 'Egress/Function' }, ...assumed('Egress/Function/ServiceRole')],
    denies: [
      { action: 'lambda:InvokeFunction', on: 'Egress/Function', below: ':1' },
      { action: 'lambda:UpdateFunctionConfiguration', on: 'Egress/Function' },
      { action: 'lambda:InvokeFunction', on: 'Egress/Function', by: 's3.amazonaws.com' },
      { action: 'lambda:InvokeFunction', on: 'Egress/Function', by: '<Egress/Function/ServiceRole>' },
      ...notAssumed('Egress/Function/ServiceRole'),
    ],
    meant: ['invoke a function'],
  },
  {
    proves: 'SecureKey',
    make: ({ stack }) => new SecureKey(stack, 'Key').allowLogs(),
    allows: [
      { action: 'kms:Decrypt', on: 'Key', by: logs, context: logGroupNamed('any') },
      { action: 'kms:GenerateDataKey', on: 'Key', by: logs, context: logGroupNamed('any') },
    ],
    denies: [
      { action: 'kms:Decrypt', on: 'Key', by: logs },
      {
        action: 'kms:Decrypt',
        on: 'Key',
        by: logs,
        context: {
          'kms:EncryptionContext:aws:logs:arn': 'arn:${AWS::Partition}:logs:${AWS::Region}:999900001111:log-group:any',
        },
      },
      { action: 'kms:Decrypt', on: 'Key', by: 's3.amazonaws.com', context: { 'aws:SourceAccount': '999900001111' } },
      { action: 'kms:PutKeyPolicy', on: 'Key', by: logs, context: logGroupNamed('any') },
    ],
  },
  {
    proves: 'SecureLogGroup',
    make: ({ stack }) => void new SecureLogGroup(stack, 'Audit'),
    allows: [
      { action: 'kms:GenerateDataKey', on: 'SharedKey', by: logs, context: logGroupNamed('<Audit:Ref>') },
      { action: 'kms:Decrypt', on: 'SharedKey', by: logs, context: logGroupNamed('<Audit:Ref>') },
    ],
    denies: [{ action: 'logs:PutLogEvents', on: stream('Audit') }],
  },
  {
    proves: 'SecureApi',
    make: ({ stack, fn }) => {
      const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() });
      api.root.addMethod('GET', new apigateway.LambdaIntegration(fn));
    },
    allows: [
      {
        action: 'lambda:InvokeFunction',
        on: 'Fn',
        by: 'apigateway.amazonaws.com',
        context: {
          'aws:SourceArn': `arn:\${AWS::Partition}:execute-api:${account}:<Api:Ref>/<Api/DeploymentStage.prod:Ref>/GET/`,
        },
      },
    ],
    denies: [
      {
        action: 'lambda:InvokeFunction',
        on: 'Fn',
        by: 'apigateway.amazonaws.com',
        context: {
          'aws:SourceArn': `arn:\${AWS::Partition}:execute-api:${account}:<Api:Ref>/<Api/DeploymentStage.prod:Ref>/POST/`,
        },
      },
      {
        action: 'lambda:InvokeFunction',
        on: 'OtherFunction',
        by: 'apigateway.amazonaws.com',
        context: {
          'aws:SourceArn': `arn:\${AWS::Partition}:execute-api:${account}:<Api:Ref>/<Api/DeploymentStage.prod:Ref>/GET/`,
        },
      },
    ],
  },
  {
    proves: 'SecureFunction.grantInvoke',
    make: ({ stack, role }) => void new SecureFunction(stack, 'Called', code).grantInvoke(role),
    allows: [{ action: 'lambda:InvokeFunction', on: 'Called' }],
    denies: [{ action: 'lambda:UpdateFunctionCode', on: 'Called' }],
    meant: ['invoke a function'],
  },
  {
    proves: 'SecureNodejsFunction.grantInvoke',
    make: ({ stack, role }) =>
      void new SecureNodejsFunction(stack, 'Called', {
        entry: join(__dirname, '../../mutation/orders.ts'),
      }).grantInvoke(role),
    allows: [{ action: 'lambda:InvokeFunction', on: 'Called' }],
    denies: [{ action: 'lambda:UpdateFunctionCode', on: 'Called' }],
    meant: ['invoke a function'],
  },
  {
    proves: 'SecureStringParameter.grantRead',
    make: ({ stack, role }) => void parameter(stack).grantRead(role),
    allows: [
      { action: 'ssm:GetParameter', on: parameterArn },
      { action: 'kms:Decrypt', on: 'SharedKey', context: through('ssm', { PARAMETER_ARN: parameterArn }) },
    ],
    denies: [
      { action: 'ssm:GetParameter', on: `${parameterArn}2` },
      { action: 'ssm:PutParameter', on: parameterArn },
      { action: 'ssm:GetParameterHistory', on: parameterArn },
      { action: 'kms:Decrypt', on: 'SharedKey', context: through('ssm', { PARAMETER_ARN: `${parameterArn}2` }) },
      { action: 'kms:Encrypt', on: 'SharedKey', context: through('ssm', { PARAMETER_ARN: parameterArn }) },
    ],
  },
  {
    proves: 'SecureStringParameter.grantWrite',
    make: ({ stack, role }) => void parameter(stack).grantWrite(role),
    allows: [
      { action: 'ssm:PutParameter', on: parameterArn },
      { action: 'kms:Encrypt', on: 'SharedKey', context: through('ssm', { PARAMETER_ARN: parameterArn }) },
    ],
    denies: [
      { action: 'ssm:GetParameter', on: parameterArn },
      { action: 'ssm:PutParameter', on: `${parameterArn}2` },
      { action: 'kms:Decrypt', on: 'SharedKey', context: through('ssm', { PARAMETER_ARN: parameterArn }) },
    ],
  },
  {
    proves: 'IsolatedNetwork',
    make: ({ stack }) => {
      const network = new IsolatedNetwork(stack, 'Network');
      const inside = new SecureFunction(stack, 'Inside', { ...code, network });
      ScopedBucketGrants.fromBucket(new SecureBucket(stack, 'Bucket')).readPrefix(inside, 'in/');
    },
    allows: [{ ...fromInside, on: 'Bucket' }],
    denies: [
      { ...fromInside, on: 'Bucket', below: '/private/a.pdf' },
      { ...fromInside, on: 'Bucket', context: { 'aws:ResourceAccount': '999900001111' } },
      { ...fromInside, on: 'Bucket', context: { 'aws:PrincipalAccount': '999900001111' } },
    ],
  },
];
