import { nameTheSource } from '../../iam/limiting-conditions';
import { not } from '../../iam/truth';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';

export default defineRule({
  id: 'flow-log-any-account',
  severity: 'low',
  strict: true,
  title: 'the role of the flow log does not say for whose flow logs it is there',
  why:
    'The service of flow logs acts for all of its customers. ' +
    'Where the trust policy does not name the account, a log group fills with what is not from this network if the service is ever made to take the role for somebody else, and a trace is lost in it.',
  serviceDefault:
    'A service principal stands for the service, whoever it works for; AWS recommends to name the account and the flow logs (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html).',
  fix: 'add `StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }` and an `ArnLike` on `aws:SourceArn` to the statement, or use `IsolatedNetwork`, which does',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-441'] },
  notes: 'Strict, because a role is passed to flow logs of its own account only, and `ec2.FlowLog` makes it without.',
  appliesTo: 'AWS::EC2::FlowLog',
  check: (log) => {
    const role = log.read('DeliverLogsPermissionArn').target;
    if (!role?.is('AWS::IAM::Role')) return [];
    return judgeAllowed(role.read('AssumeRolePolicyDocument'), ({ statement, at }) => {
      const named = statement.principal?.named ?? [];
      if (!named.some(({ type, term }) => type === 'Service' && term.toString().startsWith('vpc-flow-logs.'))) {
        return [];
      }
      return failIf(not(nameTheSource(statement.conditions)), at.read('Principal'), {
        wanted: 'the condition `aws:SourceAccount` or `aws:SourceArn`',
      });
    });
  },
});
