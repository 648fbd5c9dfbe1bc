import {
  account,
  allow,
  bucket,
  deny,
  object,
  otherAccount,
  pages,
  policy,
  role,
  service,
  stranger,
  user,
} from './case';
import type { Case } from './case';
import type { ContextValue, Principal } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

const key = `arn:aws:kms:eu-west-1:${account}:key/books`;
const fn = `arn:aws:lambda:eu-west-1:${account}:function:books`;
const table = `arn:aws:dynamodb:eu-west-1:${account}:table/Books`;
const root = `arn:aws:iam::${account}:root`;

type Row = readonly [
  title: string,
  principal: Principal,
  action: string,
  resource: string,
  context: Readonly<Record<string, ContextValue>>,
  policies: { readonly identity?: readonly Resolved[]; readonly resource?: readonly Resolved[] },
  decision: Case['decision'],
  page: string,
];

const decrypts = [policy(allow('kms:Decrypt', key))];
const through = (name: string): readonly Resolved[] => [
  policy(allow('kms:*', '*', { Principal: { AWS: root }, Condition: { StringEquals: { 'kms:ViaService': name } } })),
];
const forOrders = [
  policy(allow('kms:*', '*', { Principal: { AWS: root } })),
  policy(
    deny('kms:Decrypt', '*', {
      Principal: '*',
      Condition: { StringNotEquals: { 'kms:EncryptionContext:purpose': 'orders' } },
    }),
  ),
];
const byAlias = (...aliases: readonly string[]): readonly Resolved[] => [
  policy(
    allow('kms:Decrypt', `arn:aws:kms:*:${account}:key/*`, {
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliases } },
    }),
  ),
];
const delegated = [policy(allow('kms:*', '*', { Principal: { AWS: root } }))];
const url = (type: string): readonly Resolved[] => [
  policy(
    allow('lambda:InvokeFunctionUrl', fn, {
      Principal: '*',
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': type } },
    }),
  ),
];
const invoke = (resource: string): readonly Resolved[] => [
  policy(
    allow('lambda:InvokeFunction', resource, {
      Principal: { Service: 's3.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': bucket } },
    }),
  ),
];
const fromBucket = { 'aws:SourceArn': bucket, 'aws:SourceAccount': account };
const s3 = service('s3.amazonaws.com');
const listing = [
  policy(
    allow('s3:ListBucket', bucket, { Condition: { StringLike: { 's3:prefix': ['', 'home/${aws:username}/*'] } } }),
  ),
];
const items = [
  policy(
    allow('dynamodb:Query', table, {
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}'] } },
    }),
  ),
];
const noAcl = [
  policy(
    allow('s3:PutObject', `${bucket}/*`),
    deny('s3:PutObject', `${bucket}/*`, { Condition: { StringLike: { 's3:x-amz-acl': 'public-*' } } }),
  ),
];

const rows: readonly Row[] = [
  [
    'a key that the account may use through a service, directly',
    role,
    'kms:Decrypt',
    key,
    {},
    { identity: decrypts, resource: through('s3.eu-west-1.amazonaws.com') },
    'denied',
    pages.keyServices,
  ],
  [
    'a key that the account may use through a service, through it',
    role,
    'kms:Decrypt',
    key,
    { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
    { identity: decrypts, resource: through('s3.eu-west-1.amazonaws.com') },
    'allowed',
    pages.keyServices,
  ],
  [
    'a key that the account may use through a service, through it in another region',
    role,
    'kms:Decrypt',
    key,
    { 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
    { identity: decrypts, resource: through('s3.eu-west-1.amazonaws.com') },
    'denied',
    pages.keyServices,
  ],
  [
    'an encryption context that is wanted',
    role,
    'kms:Decrypt',
    key,
    { 'kms:EncryptionContext:purpose': 'orders' },
    { identity: decrypts, resource: forOrders },
    'allowed',
    pages.keyContext,
  ],
  [
    'an encryption context in other letters',
    role,
    'kms:Decrypt',
    key,
    { 'kms:EncryptionContext:purpose': 'Orders' },
    { identity: decrypts, resource: forOrders },
    'denied',
    pages.keyContext,
  ],
  [
    'no encryption context',
    role,
    'kms:Decrypt',
    key,
    {},
    { identity: decrypts, resource: forOrders },
    'denied',
    pages.keyContext,
  ],
  [
    'a key by its alias',
    role,
    'kms:Decrypt',
    key,
    { 'kms:ResourceAliases': ['alias/books', 'alias/old'] },
    { identity: byAlias('alias/books'), resource: delegated },
    'allowed',
    pages.keyServices,
  ],
  [
    'a key with another alias',
    role,
    'kms:Decrypt',
    key,
    { 'kms:ResourceAliases': ['alias/films'] },
    { identity: byAlias('alias/books'), resource: delegated },
    'denied',
    pages.keyServices,
  ],
  [
    'a key without an alias',
    role,
    'kms:Decrypt',
    key,
    {},
    { identity: byAlias('alias/books'), resource: delegated },
    'denied',
    pages.keyServices,
  ],
  [
    'a key whose policy names the user alone',
    user,
    'kms:Decrypt',
    key,
    {},
    { resource: [policy(allow('kms:Decrypt', '*', { Principal: { AWS: user.arn } }))] },
    'allowed',
    pages.keyPolicy,
  ],
  [
    'a key for everybody, used from another account',
    stranger,
    'kms:Decrypt',
    key,
    {},
    { resource: [policy(allow('kms:Decrypt', '*', { Principal: '*' }))] },
    'denied',
    pages.keyPolicy,
  ],
  [
    'a key for everybody, used from another account that may',
    stranger,
    'kms:Decrypt',
    key,
    {},
    { identity: decrypts, resource: [policy(allow('kms:Decrypt', '*', { Principal: '*' }))] },
    'allowed',
    pages.keyPolicy,
  ],
  [
    'a URL for everybody, called without a signature',
    { kind: 'anonymous' },
    'lambda:InvokeFunctionUrl',
    fn,
    { 'lambda:FunctionUrlAuthType': 'NONE' },
    { resource: url('NONE') },
    'allowed',
    pages.functionUrl,
  ],
  [
    'a URL that asks for a signature, called without',
    { kind: 'anonymous' },
    'lambda:InvokeFunctionUrl',
    fn,
    { 'lambda:FunctionUrlAuthType': 'AWS_IAM' },
    { resource: url('NONE') },
    'denied',
    pages.functionUrl,
  ],
  [
    'a bucket calls a function',
    s3,
    'lambda:InvokeFunction',
    fn,
    fromBucket,
    { resource: invoke(fn) },
    'allowed',
    pages.aliases,
  ],
  [
    'a bucket calls an alias of a function that lets it call the function',
    s3,
    'lambda:InvokeFunction',
    `${fn}:prod`,
    fromBucket,
    { resource: invoke(fn) },
    'denied',
    pages.aliases,
  ],
  [
    'a bucket calls an alias that lets it',
    s3,
    'lambda:InvokeFunction',
    `${fn}:prod`,
    fromBucket,
    { resource: invoke(`${fn}:prod`) },
    'allowed',
    pages.aliases,
  ],
  [
    'a bucket of that name in another account calls a function',
    s3,
    'lambda:InvokeFunction',
    fn,
    { ...fromBucket, 'aws:SourceAccount': otherAccount },
    { resource: invoke(fn) },
    'denied',
    pages.confusedDeputy,
  ],
  [
    'the list of a folder of the user',
    user,
    's3:ListBucket',
    bucket,
    { 's3:prefix': 'home/ana/drafts' },
    { identity: listing },
    'allowed',
    pages.bucketConditions,
  ],
  [
    'the list of a folder of another user',
    user,
    's3:ListBucket',
    bucket,
    { 's3:prefix': 'home/ben/drafts' },
    { identity: listing },
    'denied',
    pages.bucketConditions,
  ],
  [
    'the list of all folders',
    user,
    's3:ListBucket',
    bucket,
    { 's3:prefix': '' },
    { identity: listing },
    'allowed',
    pages.bucketConditions,
  ],
  [
    'a public object that is refused',
    role,
    's3:PutObject',
    object,
    { 's3:x-amz-acl': 'public-read' },
    { identity: noAcl },
    'denied',
    pages.bucketConditions,
  ],
  [
    'an object without an ACL',
    role,
    's3:PutObject',
    object,
    {},
    { identity: noAcl },
    'allowed',
    pages.bucketConditions,
  ],
  [
    'items of the tenant',
    role,
    'dynamodb:Query',
    table,
    { 'dynamodb:LeadingKeys': ['t1'], 'aws:PrincipalTag/tenant': 't1' },
    { identity: items },
    'allowed',
    pages.itemKeys,
  ],
  [
    'items of another tenant',
    role,
    'dynamodb:Query',
    table,
    { 'dynamodb:LeadingKeys': ['t2'], 'aws:PrincipalTag/tenant': 't1' },
    { identity: items },
    'denied',
    pages.itemKeys,
  ],
  [
    'items of a tenant, for who has none',
    role,
    'dynamodb:Query',
    table,
    { 'dynamodb:LeadingKeys': ['t1'] },
    { identity: items },
    'denied',
    pages.itemKeys,
  ],
];

export const serviceCases: readonly Case[] = rows.map(
  ([title, principal, action, resource, context, policies, decision, page]): Case => ({
    title,
    page,
    request: { principal, action, resource, resourceAccount: account, context },
    ...policies,
    decision,
  }),
);
