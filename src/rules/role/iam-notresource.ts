import { isOnIdentitiesOnly } from '../../facts/unlisted-resources';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { defineRule } from '../define-rule';
import { pass } from '../results';
import { judgeIdentityPolicies, refuse } from '../statements';

export default defineRule({
  id: 'iam-notresource',
  severity: 'high',
  title: 'the policy allows something on every resource but some',
  why: '`NotResource` with `Allow` covers all that is not listed, also what will be made tomorrow, in this account and in others.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'list in `Resource` what is allowed, or deny what is not',
  notes:
    'Policies of AWS IoT for identities of Cognito pass where certificates and thing groups are what is left out: an identity has no ARN, so that nothing narrower can be written.',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { actions, notResources = [] } = placed.statement;
      const isNarrow = isOnIdentitiesOnly(actions.map(String), notResources.map(String));
      return isNarrow ? pass() : refuse(placed, 'NotResource', '`Resource`');
    }),
});
