import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

function isManagedByAws(key: Value): boolean {
  return /(^|:)alias\/aws\//.test(key.text ?? '');
}

export default defineRule({
  id: 'sqs-cmk',
  severity: 'low',
  title: 'the queue has no key of yours',
  why: 'With the keys of the service whoever may receive messages reads them. A key of your own is a second lock, with a policy and a trail of its own.',
  serviceDefault:
    'SQS encrypts with keys of its own unless `KmsMasterKeyId` names one; `alias/aws/sqs` is managed by AWS and its policy cannot be changed (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html).',
  fix: 'set `KmsMasterKeyId` to a customer managed key (`encryptionMasterKey`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  appliesTo: 'AWS::SQS::Queue',
  check: (queue) =>
    demand(queue.read('KmsMasterKeyId'), (key) => isSaid(key) && !isManagedByAws(key), 'a key of yours'),
});
