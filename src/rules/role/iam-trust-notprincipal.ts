import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';

export default defineRule({
  id: 'iam-trust-notprincipal',
  severity: 'critical',
  title: 'everybody but some may assume the role',
  why: '`NotPrincipal` with `Allow` trusts all who are not listed: every other account in the world.',
  serviceDefault:
    'Nobody may assume a role whom its trust policy does not name (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html).',
  fix: 'name in `Principal` who assumes the role',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'IAM does not support `NotPrincipal` in trust policies, and with `Deny` only (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html): it stands in older roles, or is refused at deployment.',
  appliesTo: 'AWS::IAM::Role',
  check: (role) =>
    judgeAllowed(role.read('AssumeRolePolicyDocument'), (placed) => refuse(placed, 'NotPrincipal', '`Principal`')),
});
