import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'logs-cmk',
  severity: 'low',
  title: 'the log group has no key of yours',
  why:
    'Logs hold what goes through the function. ' +
    'With the key of the service whoever may read the log group reads it all; a key of your own is a second lock, with a policy and a trail of its own.',
  serviceDefault:
    'CloudWatch Logs encrypts with a key that it owns unless `KmsKeyId` is set (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html).',
  fix: 'set `KmsKeyId` (`encryptionKey`), or use `SecureLogGroup`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], cwe: ['CWE-311'] },
  appliesTo: 'AWS::Logs::LogGroup',
  check: (group) => demand(group.read('KmsKeyId'), isSaid, 'a key'),
});
