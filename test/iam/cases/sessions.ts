import { account, allow, bucket, deny, object, otherAccount, pages, policy, readBy, role, user } from './case';
import type { Case } from './case';
import type { Principal } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

const read = 's3:GetObject';
const allowed = policy(allow(read, '*'));
const nothingOfIt = policy(allow('sqs:*', '*'));
const visitor = {
  kind: 'role',
  arn: `arn:aws:iam::${otherAccount}:role/visitor`,
  sessionArn: `arn:aws:sts::${otherAccount}:assumed-role/visitor/monday`,
} as const;
const guest = { kind: 'user', arn: `arn:aws:iam::${otherAccount}:user/guest` } as const;
const inFolder = { kind: 'role', arn: `arn:aws:iam::${account}:role/shop/worker` } as const;

const lets = (principal: Resolved): readonly Resolved[] => [
  policy(allow(read, `${bucket}/*`, { Principal: principal })),
];
const letsAws = (name: string): readonly Resolved[] => lets({ AWS: name });

type Row = readonly [
  title: string,
  principal: Principal,
  policies: Partial<Case>,
  decision: Case['decision'],
  page: string,
];

const rows: readonly Row[] = [
  [
    'across accounts, the session named and allowed',
    visitor,
    { resource: letsAws(visitor.sessionArn), identity: [allowed] },
    'allowed',
    pages.crossAccount,
  ],
  [
    'across accounts, the session named and nothing else',
    visitor,
    { resource: letsAws(visitor.sessionArn) },
    'denied',
    pages.crossAccount,
  ],
  [
    'across accounts, the session named, and its own policy against it',
    visitor,
    { resource: letsAws(visitor.sessionArn), identity: [allowed], session: [nothingOfIt] },
    'denied',
    pages.crossAccount,
  ],
  [
    'across accounts, the user named, and a boundary against it',
    guest,
    { resource: letsAws(guest.arn), identity: [allowed], boundary: nothingOfIt },
    'denied',
    pages.crossAccount,
  ],
  [
    'across accounts, the user named, and the own organization against it',
    guest,
    { resource: letsAws(guest.arn), identity: [allowed], serviceControl: [[nothingOfIt]] },
    'denied',
    pages.crossAccount,
  ],
  [
    'across accounts, only another session named',
    visitor,
    { resource: letsAws(visitor.sessionArn.replace('monday', 'sunday')), identity: [allowed] },
    'denied',
    pages.principal,
  ],
  [
    'the user named, and a Deny in the boundary',
    user,
    { resource: letsAws(user.arn), boundary: policy(allow('*', '*'), deny(read, '*')) },
    'denied',
    pages.boundaries,
  ],
  [
    'the account named, the user allowed, and a boundary against it',
    user,
    { resource: letsAws(account), identity: [allowed], boundary: nothingOfIt },
    'denied',
    pages.boundaries,
  ],
  [
    'the session named, and a Deny in its own policy',
    role,
    { resource: letsAws(role.sessionArn), session: [policy(allow('*', '*'), deny(read, '*'))] },
    'denied',
    pages.sessions,
  ],
  [
    'a boundary of everything but something else',
    user,
    { identity: [allowed], boundary: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
    'allowed',
    pages.boundaries,
  ],
  [
    'a boundary of everything but that',
    user,
    { identity: [allowed], boundary: policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }) },
    'denied',
    pages.boundaries,
  ],
  ['the id of a role that was deleted', role, { resource: letsAws('AROAEXAMPLEID') }, 'denied', pages.principal],
  ['a role in a folder, named with it', inFolder, { resource: letsAws(inFolder.arn) }, 'allowed', pages.principal],
  [
    'a role in a folder, named without it',
    inFolder,
    { resource: letsAws(`arn:aws:iam::${account}:role/worker`) },
    'denied',
    pages.principal,
  ],
  [
    'a role in a folder, by condition',
    inFolder,
    {
      resource: [
        policy(
          allow(read, '*', {
            Principal: '*',
            Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/shop/*` } },
          }),
        ),
      ],
    },
    'allowed',
    pages.contextKeys,
  ],
  ...(
    [
      ['the account', `arn:aws:iam::${account}:root`, 'denied'],
      ['another account', `arn:aws:iam::${otherAccount}:root`, 'allowed'],
      ['the role', role.arn, 'denied'],
      ['the session', role.sessionArn, 'denied'],
      ['another session of the role', `${role.sessionArn}-2`, 'allowed'],
    ] as const
  ).map(([what, name, decision]): Row => [
    `a Deny that names ${what}`,
    role,
    { identity: [allowed], resource: [policy(deny(read, '*', { Principal: { AWS: name } }))] },
    decision,
    pages.principal,
  ]),
];

export const sessionCases: readonly Case[] = rows.map(([title, principal, policies, decision, page]): Case => ({
  title,
  page,
  request: { ...readBy(principal), resource: object },
  ...policies,
  decision,
}));
