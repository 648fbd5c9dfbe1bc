import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'kms-pending-window',
  severity: 'low',
  title: 'a deleted key is soon gone for good',
  why:
    'When the key is gone, so is everything that was encrypted with it. ' +
    'The waiting time is what is left to notice the alarm and cancel.',
  serviceDefault:
    'CloudFormation schedules the deletion of a key whose template sets no `DeletionPolicy`, and of one that is replaced where it sets no `UpdateReplacePolicy`; it waits 30 days unless it says otherwise (https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html).',
  fix: 'set `PendingWindowInDays` to 14 or more, `DeletionPolicy: RetainExceptOnCreate` or `Retain`, and `UpdateReplacePolicy: Retain`',
  references: { owaspServerless: ['S3'], fsbp: ['KMS.3'] },
  appliesTo: 'AWS::KMS::Key',
  check: (key) => [
    demand(key.read('PendingWindowInDays'), (days) => days.isAbsent || Number(days.number) >= 14, '14 days or more'),
    demand(key.deletionPolicy, (policy) => policy.is('Retain', 'RetainExceptOnCreate'), '"RetainExceptOnCreate"'),
    demand(key.updateReplacePolicy, (policy) => policy.is('Retain'), '"Retain"'),
  ],
});
