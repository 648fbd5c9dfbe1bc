import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'kinesis-cmk',
  severity: 'low',
  strict: true,
  title: 'the stream is encrypted with the key that AWS manages',
  why: 'The policy of `alias/aws/kinesis` cannot be changed: whoever may read the stream may use the key. A key of your own is a second lock, with a trail of its own.',
  serviceDefault:
    '`alias/aws/kinesis` is the key that AWS manages for the account (https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html).',
  fix: 'set `StreamEncryption.KeyId` to a customer managed key (`encryptionKey`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'No encryption at all is the matter of `kinesis-sse`.',
  appliesTo: 'AWS::Kinesis::Stream',
  check: (stream) =>
    demand(stream.read('StreamEncryption.KeyId'), (key) => !/(^|:)alias\/aws\//.test(key.text ?? ''), 'a key of yours'),
});
