import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { letsGuestsIn, trustsGuests } from './reading/identity-pool';
import { pathOf } from './reading/path';

export default defineRule({
  id: 'identity-pool-guest-takes-user-role',
  severity: 'high',
  title: 'guests of the identity pool can take the role that is meant for signed-in users',
  why:
    'Anybody asks the pool for a token as a guest, and gives it to STS together with the ARN of the role for users. ' +
    'The trust policy asks which pool the token is of, and not whether somebody is signed in: without an account they get everything that users may do.',
  serviceDefault:
    'In the classic flow the caller names the role, and its trust policy alone decides (https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html).',
  fix: "add `ForAnyValue:StringLike: { 'cognito-identity.amazonaws.com:amr': authenticated }` to the trust policy, and remove `AllowClassicFlow: true`",
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2'], cwe: ['CWE-287', 'CWE-863'] },
  notes:
    'Needs guests and the classic flow; `cognito-unauth-identities` and `cognito-identity-classic-flow` find each alone.',
  appliesTo: 'AWS::Cognito::IdentityPoolRoleAttachment',
  check: (attachment) => {
    const poolId = attachment.read('IdentityPoolId');
    const pool = poolId.target;
    const role = attachment.read('Roles.authenticated').target;
    if (!pool?.read('AllowClassicFlow').isTrue || letsGuestsIn(pool) !== 'yes' || !role?.is('AWS::IAM::Role')) {
      return [];
    }
    const trust = role.read('AssumeRolePolicyDocument');
    const truth = trustsGuests(role, poolId);
    if (truth === 'unknown') return unknown(trust, trust.because ?? 'a condition of it is not known');
    if (truth === 'no') return [];
    const got = pathOf(`a guest of ${pool.logicalId}`, 'sts:AssumeRoleWithWebIdentity', role);
    return fail(trust, { got, wanted: 'a condition on `cognito-identity.amazonaws.com:amr`' });
  },
});
