import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';

export default defineRule({
  id: 'iam-trust-notaction',
  severity: 'high',
  title: 'the role may be assumed in every way but some',
  why: '`NotAction` with `Allow` allows every other way into the role: with a SAML or web identity token, with tags that other policies believe.',
  serviceDefault:
    'Nobody may assume a role whom its trust policy does not name (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html).',
  fix: 'list in `Action` what is allowed, usually `sts:AssumeRole`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: 'AWS::IAM::Role',
  check: (role) =>
    judgeAllowed(role.read('AssumeRolePolicyDocument'), (placed) => refuse(placed, 'NotAction', '`Action`')),
});
