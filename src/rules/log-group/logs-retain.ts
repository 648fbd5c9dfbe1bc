import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'logs-retain',
  severity: 'low',
  strict: true,
  title: 'the logs are deleted with their stack',
  why: 'Whoever may delete or change the stack deletes the record of what they did before. A log group that is replaced takes what it held with it, which nobody notices until an incident is looked into.',
  serviceDefault:
    'CloudFormation deletes a log group and all its events where the template sets no `DeletionPolicy` (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html).',
  fix: 'set `DeletionPolicy` and `UpdateReplacePolicy` to `RetainExceptOnCreate` or `Retain`, or use `SecureLogGroup`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes:
    'Strict, because stacks for tests leave a log group behind each time. One with deletion protection cannot be deleted with its stack, and passes (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html).',
  appliesTo: 'AWS::Logs::LogGroup',
  check: (group) => {
    if (group.read('DeletionProtectionEnabled').isTrue) return [];
    return [group.deletionPolicy, group.updateReplacePolicy].map((policy) =>
      demand(policy, (it) => it.is('Retain', 'RetainExceptOnCreate'), '"Retain"'),
    );
  },
});
