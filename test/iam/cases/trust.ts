import { account, allow, otherAccount, pages, policy, role, root, service, stranger, user } from './case';
import type { Case } from './case';
import type { ContextValue, Principal } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

const admin = `arn:aws:iam::${account}:role/admin`;
const self: Principal = { kind: 'role', arn: admin };
const everything = policy(allow('*', '*'));
const cognito = 'cognito-identity.amazonaws.com';
const saml = `arn:aws:iam::${account}:saml-provider/office`;

type Row = readonly [
  title: string,
  action: string,
  principal: Principal,
  trust: { readonly Principal: Resolved; readonly Condition?: Resolved; readonly Action?: Resolved } | undefined,
  context: Readonly<Record<string, ContextValue>>,
  decision: Case['decision'],
  page: string,
];

const pool = {
  Principal: { Federated: cognito },
  Condition: {
    StringEquals: { [`${cognito}:aud`]: 'eu-west-1:pool' },
    'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'authenticated' },
  },
};
const office = {
  Principal: { Federated: saml },
  Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
};
const organization = { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-books' } } };
const withMfa = { Principal: { AWS: account }, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const rule = {
  Principal: { Service: 'events.amazonaws.com' },
  Condition: {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': `arn:aws:events:*:${account}:rule/books-*` },
  },
};
const tagged = {
  Action: ['sts:AssumeRole', 'sts:TagSession'],
  Principal: { AWS: account },
  Condition: { StringLike: { 'aws:RequestTag/team': 'books' } },
};
const events = service('events.amazonaws.com');
const ruleArn = (name: string): string => `arn:aws:events:eu-west-1:${account}:rule/${name}`;
const web = 'sts:AssumeRoleWithWebIdentity';
const visitor: Principal = { kind: 'federated', provider: cognito };

const rows: readonly Row[] = [
  [
    'the root user of a trusted account',
    'sts:AssumeRole',
    root,
    { Principal: { AWS: `arn:aws:iam::${account}:root` } },
    {},
    'denied',
    pages.assumeRole,
  ],
  [
    'the root user of another trusted account',
    'sts:AssumeRole',
    { kind: 'root', account: otherAccount },
    { Principal: { AWS: otherAccount } },
    {},
    'denied',
    pages.assumeRole,
  ],
  [
    'a role that trusts the account, and the role itself',
    'sts:AssumeRole',
    self,
    { Principal: { AWS: account } },
    {},
    'allowed',
    pages.ownTrust,
  ],
  [
    'a role that trusts somebody else, and the role itself',
    'sts:AssumeRole',
    self,
    { Principal: { AWS: user.arn } },
    {},
    'denied',
    pages.ownTrust,
  ],
  [
    'a context that the trust policy allows',
    'sts:SetContext',
    role,
    { Principal: { AWS: account } },
    {},
    'allowed',
    pages.identityContext,
  ],
  ['a context that no trust policy allows', 'sts:SetContext', role, undefined, {}, 'denied', pages.identityContext],
  [
    'a visitor who signed in',
    web,
    visitor,
    pool,
    { [`${cognito}:aud`]: 'eu-west-1:pool', [`${cognito}:amr`]: ['authenticated', 'x'] },
    'allowed',
    pages.cognitoTrust,
  ],
  [
    'a visitor who did not sign in',
    web,
    visitor,
    pool,
    { [`${cognito}:aud`]: 'eu-west-1:pool', [`${cognito}:amr`]: ['unauthenticated'] },
    'denied',
    pages.cognitoTrust,
  ],
  [
    'a visitor of another pool',
    web,
    visitor,
    pool,
    { [`${cognito}:aud`]: 'eu-west-1:other', [`${cognito}:amr`]: ['authenticated'] },
    'denied',
    pages.cognitoTrust,
  ],
  ['a visitor of whom nothing is said', web, visitor, pool, {}, 'denied', pages.cognitoTrust],
  [
    'somebody of the office',
    'sts:AssumeRoleWithSAML',
    { kind: 'federated', provider: saml },
    office,
    { 'saml:aud': 'https://signin.aws.amazon.com/saml' },
    'allowed',
    pages.saml,
  ],
  [
    'somebody of the office for something else',
    'sts:AssumeRoleWithSAML',
    { kind: 'federated', provider: saml },
    office,
    { 'saml:aud': 'https://books.example' },
    'denied',
    pages.saml,
  ],
  [
    'everybody of an organization, and a role of it',
    'sts:AssumeRole',
    stranger,
    organization,
    { 'aws:PrincipalOrgID': 'o-books' },
    'allowed',
    pages.contextKeys,
  ],
  [
    'everybody of an organization, and a role of another',
    'sts:AssumeRole',
    stranger,
    organization,
    { 'aws:PrincipalOrgID': 'o-films' },
    'denied',
    pages.contextKeys,
  ],
  [
    'everybody of an organization, and a role of none',
    'sts:AssumeRole',
    stranger,
    organization,
    {},
    'denied',
    pages.contextKeys,
  ],
  ['a user with MFA', 'sts:AssumeRole', user, withMfa, { 'aws:MultiFactorAuthPresent': 'true' }, 'allowed', pages.mfa],
  ['a user without MFA', 'sts:AssumeRole', user, withMfa, {}, 'denied', pages.mfa],
  [
    'a rule of the account',
    'sts:AssumeRole',
    events,
    rule,
    { 'aws:SourceAccount': account, 'aws:SourceArn': ruleArn('books-daily') },
    'allowed',
    pages.confusedDeputy,
  ],
  [
    'a rule of another name',
    'sts:AssumeRole',
    events,
    rule,
    { 'aws:SourceAccount': account, 'aws:SourceArn': ruleArn('films') },
    'denied',
    pages.confusedDeputy,
  ],
  [
    'a rule of another account',
    'sts:AssumeRole',
    events,
    rule,
    { 'aws:SourceAccount': otherAccount, 'aws:SourceArn': ruleArn('books-daily') },
    'denied',
    pages.confusedDeputy,
  ],
  ['a service that does not say for whom', 'sts:AssumeRole', events, rule, {}, 'denied', pages.confusedDeputy],
  [
    'a session tag that is wanted',
    'sts:TagSession',
    role,
    tagged,
    { 'aws:RequestTag/team': 'books' },
    'allowed',
    pages.sessionTags,
  ],
  [
    'a session tag that is not',
    'sts:TagSession',
    role,
    tagged,
    { 'aws:RequestTag/team': 'films' },
    'denied',
    pages.sessionTags,
  ],
];

export const trustCases: readonly Case[] = rows.map(
  ([title, action, principal, trust, context, decision, page]): Case => ({
    title: `a trust policy: ${title}`,
    page,
    request: { principal, action, resource: admin, context },
    identity: [everything],
    resource: trust && [policy(allow(trust.Action ?? action, undefined, { ...trust }))],
    decision,
  }),
);
