import { account, allow, anonymous, bucket, deny, pages, policy, readBy, role, root, service, user } from './case';
import type { Case } from './case';
import type { ContextValue, Principal } from '../../../src/iam';
import { Unknown } from '../../../src/template/resolved';
import type { Resolved } from '../../../src/template/resolved';

type Context = Readonly<Record<string, ContextValue>>;

const noValue = `${pages.variables}#policy-vars-no-value`;
const whereToUse = `${pages.variables}#policy-vars-wheretouse`;
const open = new Unknown('it is a parameter', '${Team}');

const team = 'aws:PrincipalTag/team';
const tag = 's3:ExistingObjectTag/team';

const conditions: readonly (readonly [
  title: string,
  page: string,
  condition: Resolved,
  context: Context,
  Case['decision'],
])[] = [
  [
    'StringEquals a variable without value',
    noValue,
    { StringEquals: { [tag]: `\${${team}}` } },
    { [tag]: 'a' },
    'denied',
  ],
  ['StringLike a variable without value', noValue, { StringLike: { [tag]: `\${${team}}*` } }, { [tag]: 'a' }, 'denied'],
  [
    'StringNotEquals a variable without value',
    noValue,
    { StringNotEquals: { [tag]: `\${${team}}` } },
    { [tag]: 'a' },
    'allowed',
  ],
  [
    'StringNotLike a variable without value',
    noValue,
    { StringNotLike: { [tag]: `\${${team}}*` } },
    { [tag]: 'a' },
    'allowed',
  ],
  [
    'one of two values is a variable without value',
    noValue,
    { StringEquals: { [tag]: [`\${${team}}`, 'a'] } },
    { [tag]: 'a' },
    'allowed',
  ],
  [
    'a variable with a value that is not known',
    noValue,
    { StringEquals: { [tag]: `\${${team}}` } },
    { [tag]: 'a', [team]: open },
    'unknown',
  ],
  [
    'a variable with a value that is not known, and another beginning',
    noValue,
    { StringLike: { [tag]: `team-\${${team}}` } },
    { [tag]: 'a', [team]: open },
    'denied',
  ],
  [
    'a variable in ArnLike',
    whereToUse,
    { ArnLike: { 'aws:SourceArn': `arn:aws:sns:*:*:\${${team}}` } },
    { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:a', [team]: 'a' },
    'allowed',
  ],
  [
    'a variable whose value has a wildcard is no pattern',
    whereToUse,
    { StringLike: { [tag]: `\${${team}}` } },
    { [tag]: 'abc', [team]: 'a*' },
    'denied',
  ],
  [
    'a variable in StringEqualsIgnoreCase',
    whereToUse,
    { StringEqualsIgnoreCase: { [tag]: `\${${team}}` } },
    { [tag]: 'SHOP', [team]: 'shop' },
    'allowed',
  ],
  [
    'a variable in a number',
    whereToUse,
    { NumericEquals: { 's3:max-keys': `\${${team}}` } },
    { 's3:max-keys': '1', [team]: '1' },
    'denied',
  ],
  [
    'a variable in a negated number',
    whereToUse,
    { NumericNotEquals: { 's3:max-keys': `\${${team}}` } },
    { 's3:max-keys': '1', [team]: '1' },
    'allowed',
  ],
  [
    'a variable in a date',
    whereToUse,
    { DateLessThan: { 'aws:CurrentTime': '${aws:TokenIssueTime}' } },
    { 'aws:CurrentTime': '2020-01-01', 'aws:TokenIssueTime': '2021-01-01' },
    'denied',
  ],
  [
    'a variable in an address',
    whereToUse,
    { IpAddress: { 'aws:SourceIp': '${aws:VpcSourceIp}' } },
    { 'aws:SourceIp': '10.0.0.1', 'aws:VpcSourceIp': '10.0.0.1' },
    'denied',
  ],
  [
    'a variable in Bool',
    `${pages.operators}#Conditions_Boolean`,
    { Bool: { 'aws:SecureTransport': `\${${team}}` } },
    { 'aws:SecureTransport': 'true', [team]: 'true' },
    'allowed',
  ],
  [
    'Null takes true and false only',
    `${pages.operators}#Conditions_Null`,
    { Null: { [tag]: 'maybe' } },
    { [tag]: 'a' },
    'denied',
  ],
  [
    'a default in a condition',
    `${pages.variables}#policy-vars-default-values`,
    { StringEquals: { [tag]: `\${${team}, 'a b, c'}` } },
    { [tag]: 'a b, c' },
    'allowed',
  ],
];

const versions: readonly (readonly [title: string, version: string | undefined, resource: string, Case['decision']])[] =
  [
    ['a variable with version 2012-10-17', '2012-10-17', `${bucket}/\${aws:username}.txt`, 'allowed'],
    ['a variable with version 2008-10-17', '2008-10-17', `${bucket}/\${aws:username}.txt`, 'denied'],
    ['a variable without version', undefined, `${bucket}/\${aws:username}.txt`, 'denied'],
    ['a default with version 2008-10-17', '2008-10-17', `${bucket}/\${aws:PrincipalTag/team, 'dune'}.txt`, 'denied'],
    ['a wildcard with version 2008-10-17', '2008-10-17', `${bucket}/*`, 'allowed'],
  ];

const keys: readonly (readonly [title: string, who: Principal, condition: Resolved, Case['decision']])[] = [
  ['aws:username of a user', user, { StringEquals: { 'aws:username': 'ana' } }, 'allowed'],
  ['aws:username of a role', role, { Null: { 'aws:username': 'true' } }, 'allowed'],
  ['aws:PrincipalType of a role', role, { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }, 'allowed'],
  ['aws:PrincipalIsAWSService of a service', service('sns.amazonaws.com'), isService('true'), 'allowed'],
  ['aws:PrincipalIsAWSService of a user', user, isService('false'), 'allowed'],
  [
    'aws:PrincipalIsAWSService of nobody known',
    anonymous,
    { Null: { 'aws:PrincipalIsAWSService': 'true' } },
    'allowed',
  ],
  [
    'aws:PrincipalAccount of nobody known',
    anonymous,
    { StringEquals: { 'aws:PrincipalAccount': 'anonymous' } },
    'allowed',
  ],
  ['aws:PrincipalArn of nobody known', anonymous, { Null: { 'aws:PrincipalArn': 'true' } }, 'allowed'],
  ['aws:PrincipalType of a user', user, { StringEquals: { 'aws:PrincipalType': 'User' } }, 'allowed'],
  ['aws:PrincipalType of the root user', root, { StringEquals: { 'aws:PrincipalType': 'Account' } }, 'allowed'],
  ['aws:PrincipalType of nobody known', anonymous, { StringEquals: { 'aws:PrincipalType': 'Anonymous' } }, 'allowed'],
  ['aws:userid of the root user', root, { StringLike: { 'aws:userId': account } }, 'allowed'],
  ['aws:userid of nobody known', anonymous, { StringEquals: { 'aws:userid': 'anonymous' } }, 'allowed'],
  ['aws:username of the root user', root, { Null: { 'aws:username': 'true' } }, 'allowed'],
  [
    'aws:PrincipalArn of the root user',
    root,
    { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:root` } },
    'allowed',
  ],
  [
    'aws:PrincipalArn of a session, which is that of its role',
    role,
    { ArnEquals: { 'aws:PrincipalArn': role.arn } },
    'allowed',
  ],
  [
    'aws:PrincipalArn of a session, and its own ARN',
    role,
    { ArnEquals: { 'aws:PrincipalArn': role.sessionArn } },
    'denied',
  ],
  ['aws:PrincipalArn of a service', service('sns.amazonaws.com'), { Null: { 'aws:PrincipalArn': 'true' } }, 'allowed'],
  [
    'aws:PrincipalAccount of a service',
    service('sns.amazonaws.com'),
    { Null: { 'aws:PrincipalAccount': 'true' } },
    'allowed',
  ],
  ['aws:ResourceAccount, whoever asks', anonymous, { StringEquals: { 'aws:ResourceAccount': account } }, 'allowed'],
  [
    'aws:PrincipalServiceName of a service',
    service('sns.amazonaws.com'),
    { StringEquals: { 'aws:PrincipalServiceName': 'sns.amazonaws.com' } },
    'allowed',
  ],
];

export const variableCases: readonly Case[] = [
  ...conditions.map(([title, page, condition, context, decision]): Case => ({
    title,
    page,
    request: readBy(role, context),
    identity: [policy(allow('s3:GetObject', '*', { Condition: condition }))],
    decision,
  })),
  ...versions.map(([title, version, resource, decision]): Case => ({
    title,
    page: pages.variables,
    request: { ...readBy(user, {}), principal: { kind: 'user', arn: 'arn:aws:iam::111122223333:user/books/dune' } },
    identity: [{ ...(version !== undefined && { Version: version }), Statement: allow('s3:*', resource) }],
    decision,
  })),
  ...keys.map(([title, who, condition, decision]): Case => ({
    title,
    page: pages.contextKeys,
    request: readBy(who),
    resource: [policy(allow('s3:*', '*', { Principal: '*', Condition: condition }))],
    decision,
  })),
  {
    title: 'a NotResource with a variable without value names nothing',
    page: noValue,
    request: readBy(role),
    identity: [policy(allow('*', '*'), { Effect: 'Deny', Action: '*', NotResource: `${bucket}/\${${team}}` })],
    decision: 'denied',
  },
  {
    title: 'a Deny that compares with a variable without value denies',
    page: noValue,
    request: readBy(role, { [tag]: 'a' }),
    identity: [
      policy(
        allow('*', '*'),
        deny('s3:GetObject', `${bucket}/*`, { Condition: { StringNotEquals: { [tag]: `\${${team}}` } } }),
      ),
    ],
    decision: 'denied',
  },
];

function isService(value: string): Resolved {
  return { Bool: { 'aws:PrincipalIsAWSService': value } };
}
