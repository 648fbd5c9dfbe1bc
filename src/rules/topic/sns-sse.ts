import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'sns-sse',
  severity: 'medium',
  title: 'the messages of the topic are encrypted with no key of KMS',
  why: 'SNS keeps messages that wait for delivery. Without a key only the permission to the topic stands between them and a reader; with one the policy of the key and its trail do too.',
  serviceDefault:
    'SNS encrypts its disks, but messages with a KMS key only where `KmsMasterKeyId` is set (https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html).',
  fix: 'set `KmsMasterKeyId` (`masterKey`); the key policy has to let in the services that publish',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], securityHub: ['SNS.1'], cwe: ['CWE-311'] },
  appliesTo: 'AWS::SNS::Topic',
  check: (topic) => demand(topic.read('KmsMasterKeyId'), isSaid, 'a key'),
});
