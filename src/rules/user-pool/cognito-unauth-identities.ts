import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-unauth-identities',
  severity: 'high',
  title: 'the identity pool gives AWS credentials to anybody who asks',
  why: 'The id of an identity pool stands in every page and app that uses it. With it anybody gets credentials of the role for guests, and tries what that role may do.',
  serviceDefault:
    'The property has no default: a template says whether guests get credentials (https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html).',
  fix: 'set `AllowUnauthenticatedIdentities: false`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['Cognito.2'], cwe: ['CWE-306'] },
  appliesTo: 'AWS::Cognito::IdentityPool',
  check: (pool) =>
    demand(pool.read('AllowUnauthenticatedIdentities'), (allowed) => allowed.isAbsent || allowed.isFalse, 'false'),
});
