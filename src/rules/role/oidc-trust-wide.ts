import { trustsAnyToken } from '../../iam/web-identity';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';

export default defineRule({
  id: 'oidc-trust-wide',
  severity: 'critical',
  title: 'every tenant of an identity provider may assume the role',
  why:
    'GitHub, GitLab and their like give a token to every workflow of every customer. ' +
    'Without a condition on whose it is, anybody takes the role from a repository of their own.',
  serviceDefault:
    'The provider checks the signature and the audience only; whose token it is has to be asked for in the trust policy (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html).',
  fix: 'add `StringEquals` or `StringLike` on `<issuer>:sub` with at least the organization and the repository, such as `repo:octo-org/shop:ref:refs/heads/main`',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-4'], cwe: ['CWE-863'] },
  notes:
    'For issuers of one customer (a cluster, a company) any condition on their claims passes; for Cognito identity pools the audience is the pool.',
  appliesTo: 'AWS::IAM::Role',
  check: (role) =>
    judgeAllowed(role.read('AssumeRolePolicyDocument'), (placed) =>
      failIf(trustsAnyToken(placed), placed.at.read(placed.at.read('Condition').isAbsent ? 'Principal' : 'Condition'), {
        wanted: 'a condition on whose token it is',
      }),
    ),
});
