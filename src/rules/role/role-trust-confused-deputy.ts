import { nameTheSource } from '../../iam/limiting-conditions';
import { not } from '../../iam/truth';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';

/**
 * Services that send the source when they assume a role.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html
 */
const saysForWhom = ['appsync', 'events', 'pipes', 'scheduler', 'ssm', 'states'];

export default defineRule({
  id: 'role-trust-confused-deputy',
  severity: 'medium',
  title: 'a service may assume the role for anybody',
  why:
    'A service acts for all of its customers. ' +
    'Where the trust policy does not say for whom, whoever can make the service use this role works with its rights.',
  serviceDefault:
    'A service principal in a trust policy stands for the service, whoever it works for (https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).',
  fix: 'add `StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }` or an `ArnLike` on `aws:SourceArn` to the statement; SAM writes none: give its state machine a `Role`, and its event a `RoleArn`, of a role that has one',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-441'] },
  notes:
    'Looks at services of which AWS documents that they name a source when they assume a role: AppSync, EventBridge, Pipes, Scheduler, Step Functions. Lambda is the matter of `lambda-role-trust-source`. Roles of flow logs, which the CDK makes without, are the matter of `flow-log-any-account`.',
  appliesTo: 'AWS::IAM::Role',
  check: (role) =>
    judgeAllowed(role.read('AssumeRolePolicyDocument'), ({ statement, at }) => {
      const services = (statement.principal?.named ?? []).filter(({ type }) => type === 'Service');
      if (!services.some(({ term }) => saysForWhom.includes(term.toString().split('.')[0]))) return [];
      return failIf(not(nameTheSource(statement.conditions, ['sts:externalid'])), at.read('Principal'), {
        wanted: 'the condition `aws:SourceAccount` or `aws:SourceArn`',
      });
    }),
});
