import { account, allow, deny, otherAccount, pages, policy, role, root, service, stranger, user } from './case';
import type { Case } from './case';
import type { Request } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

const key = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const decrypts = policy(allow('kms:Decrypt', key));
const enablesIam = policy(allow('kms:*', '*', { Principal: { AWS: `arn:aws:iam::${account}:root` } }));
const namesRole = policy(allow('kms:Decrypt', '*', { Principal: { AWS: `arn:aws:iam::${account}:role/worker` } }));
const forLogs = policy(
  allow(['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'], '*', {
    Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
    Condition: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${account}:log-group:*` },
    },
  }),
);
const throughSqs = policy(
  allow('kms:Decrypt', '*', {
    Principal: { AWS: '*' },
    Condition: {
      StringEquals: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com', 'kms:CallerAccount': account },
    },
  }),
);
const grantsForServices = policy(
  allow('kms:CreateGrant', '*', {
    Principal: { AWS: `arn:aws:iam::${account}:role/worker` },
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  }),
);

function decrypt(principal: Request['principal'], context?: Request['context']): Request {
  return { principal, action: 'kms:Decrypt', resource: key, context };
}

function keyCase(
  title: string,
  page: string,
  request: Request,
  policies: Partial<Case>,
  decision: Case['decision'],
): Case {
  return { title, page, request, ...policies, decision };
}

const forTheAccount = policy(
  allow('kms:Decrypt', '*', { Principal: '*', Condition: { StringEquals: { 'kms:CallerAccount': account } } }),
);

const workerArn = `arn:aws:iam::${account}:role/worker`;
const trusts = (named: Resolved, more = {}) =>
  policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: named, ...more });
const mayAssume = policy(allow('sts:AssumeRole', workerArn));

function assume(principal: Request['principal'], context?: Request['context'], action = 'sts:AssumeRole'): Request {
  return { principal, action, resource: workerArn, context };
}

const bucketOfKeys = `arn:aws:s3:::books/dune.txt`;
const kmsOnly = policy(
  allow('s3:PutObject', 'arn:aws:s3:::books/*', { Principal: { AWS: `arn:aws:iam::${account}:role/worker` } }),
  deny('s3:PutObject', 'arn:aws:s3:::books/*', {
    Principal: '*',
    Condition: {
      StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      Null: { 's3:x-amz-server-side-encryption': 'false' },
    },
  }),
  deny('s3:PutObject', 'arn:aws:s3:::books/*', {
    Principal: '*',
    Condition: {
      StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': key },
      Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
    },
  }),
);

const kmsOnlyIfExists = policy(
  allow('s3:PutObject', 'arn:aws:s3:::books/*', { Principal: { AWS: `arn:aws:iam::${account}:role/worker` } }),
  deny('s3:PutObject', 'arn:aws:s3:::books/*', {
    Principal: '*',
    Condition: { StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
  }),
);

function put(context: Request['context']): Request {
  return { principal: role, action: 's3:PutObject', resource: bucketOfKeys, resourceAccount: account, context };
}

const deniedToOwnCode = policy(
  allow('ec2:CreateNetworkInterface', '*'),
  deny('ec2:CreateNetworkInterface', '*', { Condition: { Null: { 'lambda:SourceFunctionArn': 'false' } } }),
);

function createInterface(context: Request['context']): Request {
  return { principal: role, action: 'ec2:CreateNetworkInterface', resource: '*', context };
}

export const keyCases: readonly Case[] = [
  keyCase(
    'a key for everybody of the account knows the account of the caller',
    pages.keyServices,
    decrypt(role),
    { resource: [forTheAccount] },
    'allowed',
  ),
  keyCase(
    'a key for everybody of the account and somebody of another',
    pages.keyServices,
    decrypt(stranger),
    { identity: [decrypts], resource: [forTheAccount] },
    'denied',
  ),
  keyCase(
    'an identity policy alone does not open a key',
    pages.keyPolicy,
    decrypt(role),
    { identity: [decrypts] },
    'denied',
  ),
  keyCase(
    'the key policy enables IAM policies, and one allows',
    pages.keyDefault,
    decrypt(role),
    { identity: [decrypts], resource: [enablesIam] },
    'allowed',
  ),
  keyCase(
    'the key policy enables IAM policies, and none allows',
    pages.keyDefault,
    decrypt(role),
    { resource: [enablesIam] },
    'denied',
  ),
  keyCase(
    'the key policy enables IAM policies for root itself',
    pages.keyDefault,
    decrypt(root),
    { resource: [enablesIam] },
    'allowed',
  ),
  keyCase(
    'a key whose policy forgets root locks it out',
    pages.keyDefault,
    decrypt(root),
    { resource: [namesRole] },
    'denied',
  ),
  keyCase('the key policy names the role', pages.keyPolicy, decrypt(role), { resource: [namesRole] }, 'allowed'),
  keyCase(
    'the key policy names another role',
    pages.keyPolicy,
    decrypt(user),
    { identity: [decrypts], resource: [namesRole] },
    'denied',
  ),
  keyCase(
    'the key policy names the role, its boundary does not allow it',
    pages.boundaries,
    decrypt(role),
    { resource: [namesRole], boundary: policy(allow('s3:*', '*')) },
    'denied',
  ),
  keyCase(
    'another account needs the key policy and its own',
    pages.crossAccount,
    decrypt(stranger),
    { identity: [decrypts], resource: [policy(allow('kms:*', '*', { Principal: { AWS: otherAccount } }))] },
    'allowed',
  ),
  keyCase(
    'another account without a policy of its own',
    pages.crossAccount,
    decrypt(stranger),
    { resource: [policy(allow('kms:*', '*', { Principal: { AWS: otherAccount } }))] },
    'denied',
  ),
  keyCase(
    'another account that the key policy does not name',
    pages.crossAccount,
    decrypt(stranger),
    { identity: [decrypts], resource: [enablesIam] },
    'denied',
  ),
  keyCase(
    'CloudWatch Logs for a log group of the account',
    pages.logsKey,
    decrypt(service('logs.eu-west-1.amazonaws.com'), {
      'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${account}:log-group:/aws/lambda/books`,
    }),
    { resource: [forLogs] },
    'allowed',
  ),
  keyCase(
    'CloudWatch Logs for a log group of another account',
    pages.logsKey,
    decrypt(service('logs.eu-west-1.amazonaws.com'), {
      'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${otherAccount}:log-group:/aws/lambda/books`,
    }),
    { resource: [forLogs] },
    'denied',
  ),
  keyCase(
    'CloudWatch Logs of another region',
    pages.logsKey,
    decrypt(service('logs.us-east-1.amazonaws.com'), {
      'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${account}:log-group:x`,
    }),
    { resource: [forLogs] },
    'denied',
  ),
  keyCase(
    'CloudWatch Logs may not delete the key',
    pages.logsKey,
    {
      ...decrypt(service('logs.eu-west-1.amazonaws.com'), {
        'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${account}:log-group:x`,
      }),
      action: 'kms:ScheduleKeyDeletion',
    },
    { resource: [forLogs] },
    'denied',
  ),
  keyCase(
    'a key for SQS only, used through SQS',
    pages.keyServices,
    decrypt(role, { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com', 'kms:CallerAccount': account }),
    { resource: [throughSqs] },
    'allowed',
  ),
  keyCase(
    'a key for SQS only, used directly',
    pages.keyServices,
    decrypt(role, { 'kms:CallerAccount': account }),
    { resource: [throughSqs] },
    'denied',
  ),
  keyCase(
    'a key for SQS only, used through S3',
    pages.keyServices,
    decrypt(role, { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': account }),
    { resource: [throughSqs] },
    'denied',
  ),
  keyCase(
    'a grant for an AWS service',
    pages.keyServices,
    { ...decrypt(role, { 'kms:GrantIsForAWSResource': 'true' }), action: 'kms:CreateGrant' },
    { resource: [grantsForServices] },
    'allowed',
  ),
  keyCase(
    'a grant for somebody else',
    pages.keyServices,
    { ...decrypt(role, { 'kms:GrantIsForAWSResource': 'false' }), action: 'kms:CreateGrant' },
    { resource: [grantsForServices] },
    'denied',
  ),
  keyCase(
    'the symbolic account of the template, key and role',
    pages.keyDefault,
    {
      principal: { kind: 'role', arn: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Worker}' },
      action: 'kms:Decrypt',
      resource: 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}',
    },
    {
      identity: [policy(allow('kms:Decrypt', 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}'))],
      resource: [
        policy(allow('kms:*', '*', { Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } })),
      ],
    },
    'allowed',
  ),

  keyCase(
    'a list of all keys asks no key policy',
    pages.keyPolicy,
    { principal: role, action: 'kms:ListKeys', resource: '*' },
    { identity: [policy(allow('kms:ListKeys', '*'))] },
    'allowed',
  ),
  keyCase(
    'an alias asks no key policy',
    'https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html',
    { principal: role, action: 'kms:CreateAlias', resource: `arn:aws:kms:eu-west-1:${account}:alias/books` },
    { identity: [policy(allow('kms:CreateAlias', '*'))] },
    'allowed',
  ),
  keyCase(
    'the key of an alias does',
    'https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html',
    { principal: role, action: 'kms:CreateAlias', resource: key },
    { identity: [policy(allow('kms:CreateAlias', '*'))] },
    'denied',
  ),
  keyCase(
    'a role of another partition is in another account',
    pages.keyPolicy,
    decrypt({ kind: 'role', arn: 'arn:aws-cn:iam::777788889999:role/worker' }),
    { identity: [decrypts], resource: [enablesIam] },
    'denied',
  ),
  keyCase(
    'a session tag asks the trust policy too',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
    assume(user, {}, 'sts:TagSession'),
    { identity: [policy(allow('sts:TagSession', '*'))], resource: [trusts({ AWS: account })] },
    'denied',
  ),

  keyCase(
    'Lambda assumes a role that trusts it',
    pages.trust,
    assume(service('lambda.amazonaws.com')),
    { resource: [trusts({ Service: 'lambda.amazonaws.com' })] },
    'allowed',
  ),
  keyCase(
    'EC2 does not assume a role that trusts Lambda',
    pages.trust,
    assume(service('ec2.amazonaws.com')),
    { resource: [trusts({ Service: 'lambda.amazonaws.com' })] },
    'denied',
  ),
  keyCase(
    'an identity policy alone does not assume a role',
    pages.trust,
    assume(user),
    { identity: [mayAssume], resource: [trusts({ Service: 'lambda.amazonaws.com' })] },
    'denied',
  ),
  keyCase(
    'a role that trusts the user',
    pages.trust,
    assume(user),
    { resource: [trusts({ AWS: `arn:aws:iam::${account}:user/ana` })] },
    'allowed',
  ),
  keyCase(
    'a role that trusts the account, and the user may',
    pages.trust,
    assume(user),
    { identity: [mayAssume], resource: [trusts({ AWS: account })] },
    'allowed',
  ),
  keyCase(
    'a role that trusts the account, and the user may not',
    pages.trust,
    assume(user),
    { resource: [trusts({ AWS: account })] },
    'denied',
  ),
  keyCase(
    'a role that trusts another account, whose role may',
    pages.crossAccount,
    assume(stranger),
    { identity: [mayAssume], resource: [trusts({ AWS: otherAccount })] },
    'allowed',
  ),
  keyCase(
    'a role that trusts another account, whose role may not',
    pages.crossAccount,
    assume(stranger),
    { resource: [trusts({ AWS: otherAccount })] },
    'denied',
  ),
  keyCase(
    'a trust with an external id that is right',
    pages.confusedDeputy,
    assume(stranger, { 'sts:ExternalId': 'a1' }),
    {
      identity: [mayAssume],
      resource: [trusts({ AWS: otherAccount }, { Condition: { StringEquals: { 'sts:ExternalId': 'a1' } } })],
    },
    'allowed',
  ),
  keyCase(
    'a trust with an external id that is missing',
    pages.confusedDeputy,
    assume(stranger),
    {
      identity: [mayAssume],
      resource: [trusts({ AWS: otherAccount }, { Condition: { StringEquals: { 'sts:ExternalId': 'a1' } } })],
    },
    'denied',
  ),
  keyCase(
    'a trust limited to functions of the account',
    pages.confusedDeputy,
    assume(service('lambda.amazonaws.com'), { 'aws:SourceAccount': otherAccount }),
    {
      resource: [
        trusts({ Service: 'lambda.amazonaws.com' }, { Condition: { StringEquals: { 'aws:SourceAccount': account } } }),
      ],
    },
    'denied',
  ),
  ...(['repo:books/shop:ref:refs/heads/main', 'repo:books/shop:pull_request'] as const).map((subject, index) =>
    keyCase(
      `a workflow whose subject is ${subject}`,
      pages.oidc,
      assume(
        { kind: 'federated', provider: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
        { 'token.actions.githubusercontent.com:sub': subject },
        'sts:AssumeRoleWithWebIdentity',
      ),
      {
        resource: [
          policy({
            Effect: 'Allow',
            Action: 'sts:AssumeRoleWithWebIdentity',
            Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
            Condition: {
              StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:books/shop:ref:refs/heads/*' },
            },
          }),
        ],
      },
      index === 0 ? 'allowed' : 'denied',
    ),
  ),

  keyCase(
    'a plain PutObject into a bucket that wants KMS',
    pages.s3Encryption,
    put({}),
    { resource: [kmsOnly] },
    'allowed',
  ),
  keyCase(
    'a Deny with StringNotEqualsIfExists hits a PutObject without the header too',
    pages.operators,
    put({}),
    { resource: [kmsOnlyIfExists] },
    'denied',
  ),
  keyCase(
    'a PutObject that asks for the right key',
    pages.s3Encryption,
    put({ 's3:x-amz-server-side-encryption': 'aws:kms', 's3:x-amz-server-side-encryption-aws-kms-key-id': key }),
    { resource: [kmsOnly] },
    'allowed',
  ),
  keyCase(
    'a PutObject that asks for S3 keys',
    pages.s3Encryption,
    put({ 's3:x-amz-server-side-encryption': 'AES256' }),
    { resource: [kmsOnly] },
    'denied',
  ),
  keyCase(
    'a PutObject that asks for another key',
    pages.s3Encryption,
    put({ 's3:x-amz-server-side-encryption': 'aws:kms', 's3:x-amz-server-side-encryption-aws-kms-key-id': 'other' }),
    { resource: [kmsOnly] },
    'denied',
  ),

  keyCase(
    'Lambda makes a network interface for a function',
    pages.vpcFunctions,
    createInterface({}),
    { identity: [deniedToOwnCode] },
    'allowed',
  ),
  keyCase(
    'the code of the function may not make one',
    pages.vpcFunctions,
    createInterface({ 'lambda:SourceFunctionArn': `arn:aws:lambda:eu-west-1:${account}:function:books` }),
    { identity: [deniedToOwnCode] },
    'denied',
  ),
];
