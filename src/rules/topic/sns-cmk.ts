import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'sns-cmk',
  severity: 'low',
  title: 'the topic is encrypted with the key that AWS manages',
  why: 'The policy of `alias/aws/sns` cannot be changed: whoever may use SNS in the account may use the key, and no other service may publish with it.',
  serviceDefault:
    'SNS uses no key of KMS unless `KmsMasterKeyId` is set; events of S3, EventBridge and CloudWatch need a key of yours (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services).',
  fix: 'set `KmsMasterKeyId` to a customer managed key (`masterKey`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'No key at all is the matter of `sns-sse`.',
  appliesTo: 'AWS::SNS::Topic',
  check: (topic) =>
    demand(topic.read('KmsMasterKeyId'), (key) => !/(^|:)alias\/aws\//.test(key.text ?? ''), 'a key of yours'),
});
