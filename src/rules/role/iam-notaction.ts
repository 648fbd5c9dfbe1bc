import { identityPolicyTypes } from '../../iam/identity-policies';
import { defineRule } from '../define-rule';
import { judgeIdentityPolicies, refuse } from '../statements';

export default defineRule({
  id: 'iam-notaction',
  severity: 'high',
  title: 'the policy allows every action but some',
  why:
    '`NotAction` with `Allow` allows all that is not listed, in every service, also what AWS will add tomorrow. ' +
    'It looks like a limit and is nearly everything.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'list in `Action` what is allowed, or deny what is not',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: identityPolicyTypes,
  check: (holder) => judgeIdentityPolicies(holder, (placed) => refuse(placed, 'NotAction', '`Action`')),
});
