import { nameTheSource } from '../../iam/limiting-conditions';
import { not } from '../../iam/truth';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';
import { isOperatorRole } from './reading/operator-role';

export default defineRule({
  id: 'lambda-role-trust-source',
  severity: 'low',
  strict: true,
  title: 'Lambda may assume the role for a function of any account',
  why: 'A service acts for all of its customers. Where somebody in another account gets it to use the role for a function of theirs, that function has the rights of yours.',
  serviceDefault:
    'A service principal in a trust policy stands for the service, whoever it works for (https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).',
  fix: 'add `StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }` to the statement, or use `ScopedRole`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-441'] },
  notes:
    'Strict, because Lambda takes a role only from somebody of its account who may pass it, so that the condition is a second lock. That Lambda names the account stands in no guide, but in policies that AWS publishes (https://github.com/aws/agent-toolkit-for-aws/blob/main/skills/specialized-skills/serverless-skills/deploying-custom-domain-rest-api/scripts/lambda-trust-policy.json). As the operator of a network connector or capacity provider Lambda sends no source: these roles pass.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => {
    if (isOperatorRole(role, app)) return [];
    return judgeAllowed(role.read('AssumeRolePolicyDocument'), ({ statement, at }) => {
      const services = (statement.principal?.named ?? []).filter(({ type }) => type === 'Service');
      if (!services.some(({ term }) => term.toString() === 'lambda.amazonaws.com')) return [];
      return failIf(not(nameTheSource(statement.conditions)), at.read('Principal'), {
        wanted: 'the condition `aws:SourceAccount` or `aws:SourceArn`',
      });
    });
  },
});
