import {
  account,
  allow,
  anonymous,
  bucket,
  deny,
  object,
  otherAccount,
  pages,
  policy,
  readBy,
  role,
  root,
  service,
  stranger,
} from './case';
import type { Case } from './case';
import type { ContextValue, Principal } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

const everything = policy(allow('*', '*'));
const all = policy(allow('*', '*', { Principal: '*' }));
const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
const workflow: Principal = { kind: 'federated', provider };
const deployer = `arn:aws:iam::${account}:role/deployer`;

/** Beside everything that is allowed, one statement of the organization. */
const except = (statement: { readonly [key: string]: Resolved }): readonly (readonly Resolved[])[] => [
  [everything],
  [policy(allow('*', '*'), statement)],
];

const outsideOfEurope = deny('*', '*', {
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
});
const onlyDeployers = deny('s3:*', '*', {
  Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy*' } },
});
const notGlobal = { Effect: 'Deny', NotAction: ['iam:*', 's3:*'], Resource: '*' };

type Limited = readonly [
  title: string,
  principal: Principal,
  levels: readonly (readonly Resolved[])[],
  context: Readonly<Record<string, ContextValue>>,
  decision: Case['decision'],
  page: string,
];

const limited: readonly Limited[] = [
  [
    'a region that is allowed',
    role,
    except(outsideOfEurope),
    { 'aws:RequestedRegion': 'eu-west-1' },
    'allowed',
    pages.scpRegions,
  ],
  [
    'a region that is not',
    role,
    except(outsideOfEurope),
    { 'aws:RequestedRegion': 'us-east-1' },
    'denied',
    pages.scpRegions,
  ],
  [
    'a region that is not, and the root user',
    root,
    except(outsideOfEurope),
    { 'aws:RequestedRegion': 'us-east-1' },
    'denied',
    pages.scpScope,
  ],
  ['roles of a name only, and another', role, except(onlyDeployers), {}, 'denied', pages.scpRegions],
  [
    'roles of a name only, and one of them',
    { kind: 'role', arn: deployer },
    except(onlyDeployers),
    {},
    'allowed',
    pages.scpRegions,
  ],
  ['all but some services, and one of them', role, except(notGlobal), {}, 'allowed', pages.scpRegions],
  [
    'levels that allow different services',
    role,
    [[everything], [policy(allow('s3:*', '*'))], [policy(allow('sqs:*', '*'))]],
    {},
    'denied',
    pages.scp,
  ],
  [
    'a level whose two policies allow one each',
    role,
    [[policy(allow('sqs:*', '*')), policy(allow('s3:*', '*'))]],
    {},
    'allowed',
    pages.scp,
  ],
  ['a level without a policy', role, [[everything], []], {}, 'denied', pages.scp],
];

type Perimeter = readonly [
  title: string,
  principal: Principal,
  context: Readonly<Record<string, ContextValue>>,
  decision: Case['decision'],
];

/** Identities of the organization, and services for it. */
const identities = deny('*', '*', {
  Principal: '*',
  Condition: {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-books' },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  },
});
const deputies = deny('*', '*', {
  Principal: '*',
  Condition: {
    StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-books' },
    Null: { 'aws:SourceAccount': 'false' },
    Bool: { 'aws:PrincipalIsAWSService': 'true' },
  },
});

const perimeters: readonly Perimeter[] = [
  ['a role of the organization', role, { 'aws:PrincipalOrgID': 'o-books' }, 'allowed'],
  ['a role of another organization', stranger, { 'aws:PrincipalOrgID': 'o-films' }, 'denied'],
  ['a role without an organization', stranger, {}, 'denied'],
  ['somebody nobody knows', anonymous, {}, 'denied'],
  ['a service that says for nobody', service('logging.s3.amazonaws.com'), {}, 'allowed'],
  [
    'a service for the organization',
    service('sns.amazonaws.com'),
    { 'aws:SourceAccount': account, 'aws:SourceOrgID': 'o-books' },
    'allowed',
  ],
  [
    'a service for another organization',
    service('sns.amazonaws.com'),
    { 'aws:SourceAccount': otherAccount, 'aws:SourceOrgID': 'o-films' },
    'denied',
  ],
  [
    'a service for an account without one',
    service('sns.amazonaws.com'),
    { 'aws:SourceAccount': otherAccount },
    'denied',
  ],
];

const ownOnly = policy(
  allow('*', '*', { Principal: '*', Condition: { StringEquals: { 'aws:ResourceAccount': account } } }),
);

export const organizationCases: readonly Case[] = [
  ...limited.map(([title, principal, serviceControl, context, decision, page]): Case => ({
    title: `a service control policy for ${title}`,
    page,
    request: readBy(principal, context),
    identity: [everything],
    serviceControl,
    decision,
  })),
  ...perimeters.map(([title, principal, context, decision]): Case => ({
    title: `a resource control policy as perimeter, and ${title}`,
    page: pages.rcpExamples,
    request: readBy(principal, context),
    identity: [everything],
    resource: [all],
    resourceControl: [[policy(allow('*', '*', { Principal: '*' }), identities, deputies)]],
    decision,
  })),
  ...(
    [
      ['a service control policy', { serviceControl: [[policy(deny('*', '*'))]] }, 'allowed', pages.scpScope],
      [
        'a resource control policy',
        { resourceControl: [[all, policy(deny('sts:AssumeRoleWithWebIdentity', '*', { Principal: '*' }))]] },
        'denied',
        pages.rcp,
      ],
    ] as const
  ).map(([what, policies, decision, page]): Case => ({
    title: `${what} and a workflow that has no role yet`,
    page,
    request: {
      principal: workflow,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: deployer,
      context: {},
    },
    resource: [policy(allow('sts:AssumeRoleWithWebIdentity', undefined, { Principal: { Federated: provider } }))],
    ...policies,
    decision,
  })),
  ...(
    [
      ['a bucket of the account', account, 'allowed'],
      ['a bucket of another account', otherAccount, 'denied'],
    ] as const
  ).map(([title, resourceAccount, decision]): Case => ({
    title: `an endpoint for the resources of the account, and ${title}`,
    page: pages.bucketEndpoint,
    request: { principal: role, action: 's3:GetObject', resource: object, resourceAccount },
    identity: [everything],
    resource: [all],
    endpoint: ownOnly,
    decision,
  })),
  ...(
    [
      ['vpce-1', 'allowed'],
      ['vpce-2', 'denied'],
      [undefined, 'denied'],
    ] as const
  ).map(([endpoint, decision]): Case => ({
    title: `a bucket for one endpoint, and a request through ${endpoint ?? 'none'}`,
    page: pages.bucketEndpoint,
    request: readBy(role, endpoint === undefined ? {} : { 'aws:SourceVpce': endpoint }),
    identity: [everything],
    resource: [
      policy(
        deny('s3:*', [bucket, `${bucket}/*`], {
          Principal: '*',
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
        }),
      ),
    ],
    decision,
  })),
];
