import {
  account,
  allow,
  anonymous,
  deny,
  object,
  pages,
  policy,
  readBy,
  role,
  root,
  service,
  stranger,
  user,
} from './case';
import type { Case } from './case';
import { Alternatives, Unknown } from '../../../src/template/resolved';

const everything = policy(allow('*', '*'));
const nothing = policy();
const reads = policy(allow('s3:GetObject', 'arn:aws:s3:::books/*'));
const writes = policy(allow('s3:PutObject', 'arn:aws:s3:::books/*'));
const noReads = policy(deny('s3:GetObject', '*'));
const to = (named: string) => policy(allow('s3:GetObject', '*', { Principal: { AWS: named } }));
const toRole = to(`arn:aws:iam::${account}:role/worker`);
const toSession = to(`arn:aws:sts::${account}:assumed-role/worker/nightly`);
const toUser = to(`arn:aws:iam::${account}:user/ana`);
const toAll = policy(allow('s3:GetObject', '*', { Principal: '*' }));
const toStranger = to('arn:aws:iam::444455556666:role/visitor');
const toStrangersAccount = to('444455556666');
const notForAll = policy(deny('s3:GetObject', '*', { Principal: '*' }));
const unknown = new Unknown('the policy is in another application', '${Policy}');

type Of = Omit<Case, 'title' | 'page' | 'request' | 'decision'>;

function one(
  title: string,
  page: string,
  principal: Parameters<typeof readBy>[0],
  policies: Of,
  decision: Case['decision'],
): Case {
  return { title, page, request: readBy(principal), ...policies, decision };
}

export const logicCases: readonly Case[] = [
  one('nothing says anything', pages.evaluation, role, {}, 'denied'),
  one('the root user of the account needs no policy', pages.denyAllow, root, {}, 'allowed'),
  one('the identity allows', pages.singleAccount, role, { identity: [reads] }, 'allowed'),
  one('the identity allows something else', pages.singleAccount, role, { identity: [writes] }, 'denied'),
  one('one of two policies allows', pages.singleAccount, role, { identity: [writes, reads] }, 'allowed'),
  one('a Deny beats an Allow of the same policy', pages.denyAllow, role, { identity: [reads, noReads] }, 'denied'),
  one(
    'a Deny of the resource beats the identity',
    pages.denyAllow,
    role,
    { identity: [everything], resource: [notForAll] },
    'denied',
  ),
  one(
    'a Deny of the identity beats the resource',
    pages.denyAllow,
    role,
    { identity: [noReads], resource: [toRole] },
    'denied',
  ),
  one('a Deny of the resource hits the root user', pages.denyAllow, root, { resource: [notForAll] }, 'denied'),
  one('the resource alone allows a role', pages.singleAccount, role, { resource: [toRole] }, 'allowed'),
  one('the resource alone allows a user', pages.singleAccount, user, { resource: [toUser] }, 'allowed'),
  one('the resource allows everybody', pages.singleAccount, role, { resource: [toAll] }, 'allowed'),
  one(
    'the resource delegates to the account and the identity allows',
    pages.principal,
    role,
    { identity: [reads], resource: [to(account)] },
    'allowed',
  ),
  one(
    'the resource delegates to the account and nobody allows',
    pages.principal,
    role,
    { resource: [to(account)] },
    'denied',
  ),

  one('the boundary allows too', pages.boundaries, role, { identity: [reads], boundary: everything }, 'allowed'),
  one('the boundary does not allow it', pages.boundaries, role, { identity: [reads], boundary: writes }, 'denied'),
  one('an empty boundary', pages.boundaries, role, { identity: [everything], boundary: nothing }, 'denied'),
  one('a boundary gives nothing', pages.boundaries, role, { boundary: everything }, 'denied'),
  one(
    'a Deny in the boundary',
    pages.boundaries,
    role,
    { identity: [everything], boundary: policy(allow('*', '*'), deny('s3:*', '*')) },
    'denied',
  ),
  one(
    'a boundary limits what the resource allows to a role ARN',
    pages.denyAllow,
    role,
    { resource: [toRole], boundary: writes },
    'denied',
  ),
  one(
    'a boundary that allows it, and the resource allows the role ARN',
    pages.denyAllow,
    role,
    { resource: [toRole], boundary: reads },
    'allowed',
  ),
  one(
    'a boundary does not limit what the resource allows to a session ARN',
    pages.denyAllow,
    role,
    { resource: [toSession], boundary: writes },
    'allowed',
  ),
  one(
    'a boundary does not limit what the resource allows to a user ARN',
    pages.denyAllow,
    user,
    { resource: [toUser], boundary: writes },
    'allowed',
  ),
  one(
    'a boundary does not limit what the resource allows to everybody',
    pages.denyAllow,
    role,
    { resource: [toAll], boundary: writes },
    'allowed',
  ),

  one('a session policy that allows it', pages.sessions, role, { identity: [everything], session: [reads] }, 'allowed'),
  one('a session policy that does not', pages.sessions, role, { identity: [everything], session: [writes] }, 'denied'),
  one('a session policy gives nothing', pages.sessions, role, { session: [everything] }, 'denied'),
  one(
    'one of two session policies allows it',
    pages.sessions,
    role,
    { identity: [everything], session: [writes, reads] },
    'allowed',
  ),
  one(
    'a session policy limits what the resource allows to a role ARN',
    pages.denyAllow,
    role,
    { resource: [toRole], session: [writes] },
    'denied',
  ),
  one(
    'a session policy does not limit what the resource allows to the session',
    pages.denyAllow,
    role,
    { resource: [toSession], session: [writes] },
    'allowed',
  ),
  one(
    'boundary and session policy have to allow both',
    pages.evaluation,
    role,
    { identity: [everything], boundary: reads, session: [writes] },
    'denied',
  ),
  one(
    'identity, boundary and session policy allow',
    pages.evaluation,
    role,
    { identity: [reads], boundary: reads, session: [reads] },
    'allowed',
  ),

  one(
    'across accounts both allow',
    pages.crossAccount,
    stranger,
    { identity: [reads], resource: [toStranger] },
    'allowed',
  ),
  one(
    'across accounts both allow, the resource by account',
    pages.crossAccount,
    stranger,
    { identity: [reads], resource: [toStrangersAccount] },
    'allowed',
  ),
  one('across accounts only the identity allows', pages.crossAccount, stranger, { identity: [everything] }, 'denied'),
  one('across accounts only the resource allows', pages.crossAccount, stranger, { resource: [toStranger] }, 'denied'),
  one(
    'across accounts the resource allows everybody, the identity nothing',
    pages.crossAccount,
    stranger,
    { resource: [toAll] },
    'denied',
  ),
  one(
    'across accounts a boundary limits',
    pages.crossAccount,
    stranger,
    { identity: [reads], resource: [toStranger], boundary: writes },
    'denied',
  ),
  one(
    'across accounts a Deny of the resource',
    pages.crossAccount,
    stranger,
    { identity: [reads], resource: [toStranger, notForAll] },
    'denied',
  ),
  one(
    'the root user of another account needs the resource too',
    pages.crossAccount,
    { kind: 'root', account: '444455556666' },
    {},
    'denied',
  ),
  one(
    'the root user of another account that the resource names',
    pages.crossAccount,
    { kind: 'root', account: '444455556666' },
    { resource: [toStrangersAccount] },
    'allowed',
  ),

  one('nobody known and nothing public', pages.denyAllow, anonymous, {}, 'denied'),
  one('nobody known and a public resource', pages.denyAllow, anonymous, { resource: [toAll] }, 'allowed'),
  one(
    'identity policies do not help a service',
    pages.denyAllow,
    service('sns.amazonaws.com'),
    { identity: [everything] },
    'denied',
  ),

  one(
    'every level of the organization allows',
    pages.scp,
    role,
    { identity: [reads], serviceControl: [[everything], [everything]] },
    'allowed',
  ),
  one(
    'one level of the organization does not allow',
    pages.scp,
    role,
    { identity: [reads], serviceControl: [[everything], [writes]] },
    'denied',
  ),
  one(
    'one policy of a level is enough',
    pages.scp,
    role,
    { identity: [reads], serviceControl: [[writes, reads]] },
    'allowed',
  ),
  one(
    'a service control policy denies',
    pages.scp,
    role,
    { identity: [everything], serviceControl: [[everything, noReads]] },
    'denied',
  ),
  one('a service control policy gives nothing', pages.scp, role, { serviceControl: [[everything]] }, 'denied'),
  one(
    'a service control policy limits the root user',
    pages.scp,
    root,
    { serviceControl: [[everything, noReads]] },
    'denied',
  ),
  one(
    'a service control policy does not limit a service',
    pages.scp,
    service('sns.amazonaws.com'),
    { resource: [toAll], serviceControl: [[nothing]] },
    'allowed',
  ),
  one(
    'a service control policy limits what the resource allows',
    pages.scp,
    role,
    { resource: [toSession], serviceControl: [[writes]] },
    'denied',
  ),
  one(
    'a resource control policy allows',
    pages.rcp,
    role,
    { identity: [reads], resourceControl: [[everything]] },
    'allowed',
  ),
  one(
    'a resource control policy denies strangers',
    pages.rcp,
    stranger,
    {
      identity: [reads],
      resource: [toStranger],
      resourceControl: [
        [
          everything,
          policy(
            deny('s3:*', '*', { Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalAccount': account } } }),
          ),
        ],
      ],
    },
    'denied',
  ),
  one(
    'a resource control policy spares the own account',
    pages.rcp,
    role,
    {
      identity: [reads],
      resourceControl: [
        [
          everything,
          policy(
            deny('s3:*', '*', { Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalAccount': account } } }),
          ),
        ],
      ],
    },
    'allowed',
  ),

  one('the endpoint policy allows', pages.endpoint, role, { identity: [reads], endpoint: everything }, 'allowed'),
  one('the endpoint policy does not allow it', pages.endpoint, role, { identity: [reads], endpoint: writes }, 'denied'),
  one(
    'the endpoint policy denies',
    pages.endpoint,
    role,
    { identity: [reads], endpoint: policy(allow('*', '*'), deny('s3:GetObject', '*')) },
    'denied',
  ),
  one('an endpoint policy gives nothing', pages.endpoint, role, { endpoint: everything }, 'denied'),

  one('an unknown policy may allow it', pages.evaluation, role, { identity: [unknown] }, 'unknown'),
  one('an unknown policy may deny it', pages.evaluation, role, { identity: [reads, unknown] }, 'unknown'),
  one('a known Deny is known whatever else is not', pages.evaluation, role, { identity: [unknown, noReads] }, 'denied'),
  one(
    'nothing allows it, whatever an unknown Deny says',
    pages.evaluation,
    role,
    { identity: [policy(deny(unknown, '*'))] },
    'denied',
  ),
  one(
    'an unknown action may be the one',
    pages.evaluation,
    role,
    { identity: [policy(allow(unknown, '*'))] },
    'unknown',
  ),
  one(
    'an unknown resource may be the one',
    pages.evaluation,
    role,
    { identity: [policy(allow('s3:GetObject', unknown))] },
    'unknown',
  ),
  one(
    'an unknown resource beside the one',
    pages.evaluation,
    role,
    { identity: [policy(allow('s3:GetObject', [unknown, object]))] },
    'allowed',
  ),
  one(
    'an unknown resource for another action',
    pages.evaluation,
    role,
    { identity: [policy(allow('s3:PutObject', unknown))] },
    'denied',
  ),
  one(
    'a statement that depends on a condition of the template',
    pages.evaluation,
    role,
    {
      identity: [
        {
          Version: '2012-10-17',
          Statement: [
            new Alternatives([
              { when: 'condition "A" is true', value: allow('*', '*') },
              { when: 'condition "A" is false', value: undefined },
            ]),
          ],
        },
      ],
    },
    'unknown',
  ),
  one(
    'an unknown boundary may not allow it',
    pages.boundaries,
    role,
    { identity: [reads], boundary: unknown },
    'unknown',
  ),
];
