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
  stranger,
  user,
} from './case';
import type { Case } from './case';
import type { Principal } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

const canonicalUser = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const canonicalPage = `${pages.principal}#principal-accounts`;
const reads = policy(allow('s3:GetObject', 'arn:aws:s3:::books/*'));
const writes = policy(allow('s3:PutObject', 'arn:aws:s3:::books/*'));
const everything = policy(allow('*', '*'));
const noneAllowed: readonly Resolved[] = [policy()];

type Named = 'the role' | 'the session' | 'everybody' | 'everybody with that aws:PrincipalArn' | 'the account';
type Limit = 'none' | 'boundary' | 'session policy';

/** How the policy of a resource in the same account names a session of a role, and what then limits it. */
const sessions: readonly (readonly [named: Named, identityAllows: boolean, limit: Limit, Case['decision']])[] = [
  ['the role', false, 'none', 'allowed'],
  ['the role', false, 'boundary', 'denied'],
  ['the role', false, 'session policy', 'denied'],
  ['the role', true, 'boundary', 'denied'],
  ['the role', true, 'session policy', 'denied'],
  ['the session', false, 'none', 'allowed'],
  ['the session', false, 'boundary', 'allowed'],
  ['the session', false, 'session policy', 'allowed'],
  ['everybody', false, 'none', 'allowed'],
  ['everybody', false, 'boundary', 'allowed'],
  ['everybody', false, 'session policy', 'allowed'],
  ['everybody with that aws:PrincipalArn', false, 'none', 'allowed'],
  ['everybody with that aws:PrincipalArn', false, 'boundary', 'allowed'],
  ['everybody with that aws:PrincipalArn', false, 'session policy', 'allowed'],
  ['the account', false, 'none', 'denied'],
  ['the account', true, 'none', 'allowed'],
  ['the account', true, 'boundary', 'denied'],
  ['the account', true, 'session policy', 'denied'],
];

const workerArn = `arn:aws:iam::${account}:role/worker`;
const naming: Readonly<Record<Named, Resolved>> = {
  'the role': policy(allow('s3:*', '*', { Principal: { AWS: workerArn } })),
  'the session': policy(
    allow('s3:*', '*', { Principal: { AWS: `arn:aws:sts::${account}:assumed-role/worker/nightly` } }),
  ),
  everybody: policy(allow('s3:*', '*', { Principal: '*' })),
  'everybody with that aws:PrincipalArn': policy(
    allow('s3:*', '*', { Principal: '*', Condition: { ArnEquals: { 'aws:PrincipalArn': workerArn } } }),
  ),
  'the account': policy(allow('s3:*', '*', { Principal: { AWS: account } })),
};

const linked: Principal = {
  kind: 'role',
  arn: `arn:aws:iam::${account}:role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway`,
};

const worldWide = policy(allow('s3:*', '*', { Principal: { CanonicalUser: canonicalUser } }));
const withCanonical = <T extends Principal>(principal: T): T => ({ ...principal, canonicalUser });

function one(
  title: string,
  page: string,
  principal: Principal,
  policies: Partial<Case>,
  decision: Case['decision'],
): Case {
  return { title, page, request: readBy(principal), ...policies, decision };
}

export const accountCases: readonly Case[] = [
  ...sessions.map(([named, identityAllows, limit, decision]) =>
    one(
      `the resource names ${named}, the identity allows ${identityAllows ? 'it' : 'nothing'}, and the limit is ${limit}`,
      named === 'everybody with that aws:PrincipalArn' ? `${pages.principal}#principal-roles` : pages.denyAllow,
      role,
      {
        identity: identityAllows ? [reads] : noneAllowed,
        resource: [naming[named]],
        ...(limit === 'boundary' && { boundary: writes }),
        ...(limit === 'session policy' && { session: [writes] }),
      },
      decision,
    ),
  ),
  ...(['the session', 'everybody'] as const).map((named) =>
    one(
      `a Deny in the boundary hits what the resource allows to ${named}`,
      pages.denyAllow,
      role,
      { resource: [naming[named]], boundary: policy(allow('*', '*'), deny('s3:*', '*')) },
      'denied',
    ),
  ),

  one(
    'a canonical user is the account of that name',
    canonicalPage,
    withCanonical(root),
    { resource: [worldWide] },
    'allowed',
  ),
  one(
    'a canonical user delegates to its account',
    canonicalPage,
    withCanonical(user),
    { resource: [worldWide] },
    'denied',
  ),
  one(
    'a canonical user delegates to its account, whose user may',
    canonicalPage,
    withCanonical(user),
    { identity: [reads], resource: [worldWide] },
    'allowed',
  ),
  one(
    'a canonical user of another account, whose role may',
    canonicalPage,
    withCanonical({ kind: 'role', arn: `arn:aws:iam::${otherAccount}:role/visitor` } as const),
    { identity: [reads], resource: [worldWide] },
    'allowed',
  ),
  one(
    'a canonical user is not another account',
    canonicalPage,
    stranger,
    { identity: [reads], resource: [worldWide] },
    'denied',
  ),
  one('a canonical user is not everybody', canonicalPage, anonymous, { resource: [worldWide] }, 'denied'),

  one(
    'a service control policy does not limit a service-linked role',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
    linked,
    { identity: [reads], serviceControl: [[policy(deny('*', '*'))]] },
    'allowed',
  ),
  one(
    'a resource control policy does not limit a service-linked role',
    pages.rcp,
    linked,
    { identity: [reads], resourceControl: [[everything, policy(deny('*', '*', { Principal: '*' }))]] },
    'allowed',
  ),
  one(
    'a resource control policy limits a service',
    pages.rcp,
    { kind: 'service', name: 'sns.amazonaws.com' },
    { resource: [naming.everybody], resourceControl: [[everything, policy(deny('s3:*', '*', { Principal: '*' }))]] },
    'denied',
  ),
  one(
    'a resource control policy limits the root user',
    pages.rcp,
    root,
    { resourceControl: [[everything, policy(deny('s3:*', '*', { Principal: '*' }))]] },
    'denied',
  ),
  {
    title: 'a resource control policy has no say in a service that does not support them',
    page: pages.rcp,
    request: {
      principal: role,
      action: 'lambda:InvokeFunction',
      resource: `arn:aws:lambda:eu-west-1:${account}:function:f`,
    },
    identity: [everything],
    resourceControl: [[everything, policy(deny('*', '*', { Principal: '*' }))]],
    decision: 'allowed',
  },
  {
    title: 'a resource control policy has no say in who retires a grant',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html',
    request: { principal: root, action: 'kms:RetireGrant', resource: `arn:aws:kms:eu-west-1:${account}:key/k` },
    resource: [policy(allow('kms:*', '*', { Principal: { AWS: account } }))],
    resourceControl: [[everything, policy(deny('*', '*', { Principal: '*' }))]],
    decision: 'allowed',
  },
  {
    title: 'a policy of AWS is read as if it were in the own account',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
    request: { principal: role, action: 'iam:GetPolicy', resource: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    identity: [policy(allow('iam:GetPolicy', '*'))],
    decision: 'allowed',
  },
  {
    title: 'an unknown limit does not matter where nothing allows it',
    page: pages.evaluation,
    request: readBy(role),
    serviceControl: [['not a policy']],
    decision: 'denied',
  },
  {
    title: 'an unknown limit of two does not matter where the other does not allow it',
    page: pages.evaluation,
    request: readBy(role),
    identity: [reads],
    serviceControl: [['not a policy'], [writes]],
    decision: 'denied',
  },
  {
    title: 'an Allow with NotPrincipal leaves out the account that it names',
    page: pages.notPrincipal,
    request: readBy(user),
    resource: [policy(allow('s3:*', '*', { NotPrincipal: { AWS: account } }))],
    decision: 'denied',
  },
  {
    title: 'an Allow with NotPrincipal lets strangers in',
    page: pages.notPrincipal,
    request: readBy(anonymous),
    resource: [policy(allow('s3:*', '*', { NotPrincipal: { AWS: account } }))],
    decision: 'allowed',
  },
];
