import {
  account,
  allow,
  anonymous,
  deny,
  otherAccount,
  pages,
  policy,
  readBy,
  role,
  root,
  service,
  user,
} from './case';
import type { Case } from './case';
import type { Principal } from '../../../src/iam';
import { Text, Unknown } from '../../../src/template/resolved';
import type { Resolved } from '../../../src/template/resolved';

type Row = readonly [title: string, named: Resolved, principal: Principal, decision: Case['decision']];

const logs = service('logs.amazonaws.com');
const provider: Principal = { kind: 'federated', provider: `arn:aws:iam::${account}:saml-provider/office` };
const symbolicRole: Principal = {
  kind: 'role',
  arn: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${WorkerRole}',
};

const workerRole = `arn:aws:iam::${account}:role/worker`;
const session = `arn:aws:sts::${account}:assumed-role/worker/nightly`;

const unknown = new Unknown('it is a parameter', '${Partner}');
const unknownRoot = new Text(['arn:aws:iam::', unknown, ':root']);

const rows: readonly Row[] = [
  [
    'nobody can tell, and it may be everybody',
    { AWS: unknown },
    { kind: 'role', arn: `arn:aws:iam::${account}:role/worker` },
    'unknown',
  ],
  ['nobody can tell, and it may be a stranger', { AWS: unknown }, anonymous, 'unknown'],
  ['nobody can tell, and it may be the service', { Service: unknown }, logs, 'unknown'],
  ['nobody can tell, and it is no service', { Service: unknown }, anonymous, 'denied'],
  ['the root of nobody can tell which account, for nobody known', { AWS: unknownRoot }, anonymous, 'denied'],
  ['everybody, as "*"', '*', role, 'allowed'],
  ['everybody, as {"AWS": "*"}', { AWS: '*' }, role, 'allowed'],
  ['everybody, nobody known', '*', anonymous, 'allowed'],
  ['everybody, a service', '*', logs, 'allowed'],
  ['a user by ARN', { AWS: `arn:aws:iam::${account}:user/ana` }, user, 'allowed'],
  ['another user', { AWS: `arn:aws:iam::${account}:user/ben` }, user, 'denied'],
  ['a wildcard inside an ARN, which IAM does not take', { AWS: `arn:aws:iam::${account}:user/*` }, user, 'denied'],
  ['a role by ARN', { AWS: `arn:aws:iam::${account}:role/worker` }, role, 'allowed'],
  ['another role', { AWS: `arn:aws:iam::${account}:role/other` }, role, 'denied'],
  ['a session by ARN', { AWS: `arn:aws:sts::${account}:assumed-role/worker/nightly` }, role, 'allowed'],
  ['another session', { AWS: `arn:aws:sts::${account}:assumed-role/worker/daily` }, role, 'denied'],
  [
    'one of a list',
    { AWS: [`arn:aws:iam::${account}:user/ana`, `arn:aws:iam::${account}:role/worker`] },
    role,
    'allowed',
  ],
  ['the own account alone only delegates', { AWS: account }, role, 'denied'],
  ['the root ARN of the own account only delegates', { AWS: `arn:aws:iam::${account}:root` }, role, 'denied'],
  ['the root ARN, and root itself', { AWS: `arn:aws:iam::${account}:root` }, root, 'allowed'],
  ['another account', { AWS: otherAccount }, role, 'denied'],
  ['a service', { Service: 'logs.amazonaws.com' }, logs, 'allowed'],
  ['a service with the URL suffix of the partition', { Service: 'logs.${AWS::URLSuffix}' }, logs, 'allowed'],
  ['another service', { Service: 'sns.amazonaws.com' }, logs, 'denied'],
  ['a service is no account', { Service: 'logs.amazonaws.com' }, role, 'denied'],
  ['an account is no service', { AWS: account }, logs, 'denied'],
  ['nobody known is in no account', { AWS: account }, anonymous, 'denied'],
  ['an identity provider', { Federated: `arn:aws:iam::${account}:saml-provider/office` }, provider, 'allowed'],
  ['another identity provider', { Federated: `arn:aws:iam::${account}:saml-provider/home` }, provider, 'denied'],
  [
    'a canonical user',
    { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
    user,
    'denied',
  ],
  [
    'a role of the template',
    { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${WorkerRole}' },
    symbolicRole,
    'allowed',
  ],
  [
    'another role of the template',
    { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${OtherRole}' },
    symbolicRole,
    'denied',
  ],
  [
    'a role whose account may be this one',
    { AWS: `arn:aws:iam::${account}:role/\${WorkerRole}` },
    symbolicRole,
    'unknown',
  ],
];

export const principalCases: readonly Case[] = [
  ...rows.map(([title, named, principal, decision]): Case => ({
    title: `Principal is ${title}`,
    page: pages.principal,
    request: { ...readBy(principal), resourceAccount: principal === symbolicRole ? '${AWS::AccountId}' : account },
    resource: [policy(allow('s3:*', '*', { Principal: named }))],
    decision,
  })),
  {
    title: 'NotPrincipal denies everybody else',
    page: pages.notPrincipal,
    request: readBy(role),
    identity: [policy(allow('*', '*'))],
    resource: [policy(deny('s3:*', '*', { NotPrincipal: { AWS: `arn:aws:iam::${account}:user/ana` } }))],
    decision: 'denied',
  },
  {
    title: 'NotPrincipal spares whom it names',
    page: pages.notPrincipal,
    request: readBy(user),
    identity: [policy(allow('*', '*'))],
    resource: [policy(deny('s3:*', '*', { NotPrincipal: { AWS: [`arn:aws:iam::${account}:user/ana`, account] } }))],
    decision: 'allowed',
  },
  {
    title: 'NotPrincipal spares a session that it names with its role and account',
    page: pages.notPrincipal,
    request: readBy(role),
    identity: [policy(allow('*', '*'))],
    resource: [policy(deny('s3:*', '*', { NotPrincipal: { AWS: [session, workerRole, account] } }))],
    decision: 'allowed',
  },
  {
    title: 'NotPrincipal with the role and its account alone does not spare its sessions',
    page: pages.restrictToRole,
    request: readBy(role),
    identity: [policy(allow('*', '*'))],
    resource: [policy(deny('s3:*', '*', { NotPrincipal: { AWS: [workerRole, account] } }))],
    decision: 'denied',
  },
  {
    title: 'NotPrincipal with some session of a role may spare the one that nobody knows yet',
    page: pages.restrictToRole,
    request: readBy({ kind: 'role', arn: workerRole }),
    identity: [policy(allow('*', '*'))],
    resource: [policy(deny('s3:*', '*', { NotPrincipal: { AWS: [session, workerRole, account] } }))],
    decision: 'unknown',
  },
  {
    title: 'NotPrincipal spares nobody who has a boundary',
    page: pages.notPrincipal,
    request: readBy(user),
    identity: [policy(allow('*', '*'))],
    boundary: policy(allow('*', '*')),
    resource: [policy(deny('s3:*', '*', { NotPrincipal: { AWS: [`arn:aws:iam::${account}:user/ana`, account] } }))],
    decision: 'denied',
  },
  {
    title: 'a Deny with Principal spares who is not named, boundary or not',
    page: pages.principal,
    request: readBy(user),
    identity: [policy(allow('*', '*'))],
    boundary: policy(allow('*', '*')),
    resource: [policy(deny('s3:*', '*', { Principal: { AWS: `arn:aws:iam::${account}:user/ben` } }))],
    decision: 'allowed',
  },
  {
    title: 'NotPrincipal with the account alone does not spare its users',
    page: pages.notPrincipal,
    request: readBy(user),
    identity: [policy(allow('*', '*'))],
    resource: [policy(deny('s3:*', '*', { NotPrincipal: { AWS: account } }))],
    decision: 'denied',
  },
  {
    title: 'a service that names its account passes the confused-deputy condition',
    page: pages.confusedDeputy,
    request: readBy(logs, { 'aws:SourceAccount': account }),
    resource: [
      policy(
        allow('s3:*', '*', {
          Principal: { Service: 'logs.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        }),
      ),
    ],
    decision: 'allowed',
  },
  {
    title: 'a service that acts for another account does not',
    page: pages.confusedDeputy,
    request: readBy(logs, { 'aws:SourceAccount': otherAccount }),
    resource: [
      policy(
        allow('s3:*', '*', {
          Principal: { Service: 'logs.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        }),
      ),
    ],
    decision: 'denied',
  },
  {
    title: 'a Deny for everybody but services spares services',
    page: pages.contextKeys,
    request: readBy(logs),
    resource: [
      policy(
        allow('s3:*', '*', { Principal: { Service: 'logs.amazonaws.com' } }),
        deny('s3:*', '*', { Principal: '*', Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }),
      ),
    ],
    decision: 'allowed',
  },
];
