import { letsEveryServiceIn } from '../../iam/every-service';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';

export default defineRule({
  id: 'role-trust-any-service',
  severity: 'medium',
  title: 'every service of AWS that works for the account may assume the role',
  why: 'Only the source is named, not the service. Whoever may hand roles to a service that was never meant, such as a notebook or a build, gets the rights of this one there.',
  serviceDefault:
    '`*` stands for everybody, services included; a condition on the source leaves every service that acts for it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).',
  fix: 'name the service: `Principal: { Service: lambda.amazonaws.com }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'A trust policy for everybody without a condition is found by `iam-trust-wildcard`.',
  appliesTo: 'AWS::IAM::Role',
  check: (role) =>
    judgeAllowed(role.read('AssumeRolePolicyDocument'), ({ statement, at }) =>
      failIf(letsEveryServiceIn(statement), at.read('Principal'), { wanted: 'the service' }),
    ),
});
