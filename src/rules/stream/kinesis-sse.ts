import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'kinesis-sse',
  severity: 'medium',
  title: 'the records of the stream are not encrypted',
  why: 'Records lie in plain text where Kinesis stores them, for a day or for a year. Whoever gets at the storage reads what customers did.',
  serviceDefault:
    'A stream that CloudFormation makes is not encrypted unless `StreamEncryption` says so (https://docs.aws.amazon.com/streams/latest/dev/getting-started-with-sse.html).',
  fix: 'set `StreamEncryption: { EncryptionType: KMS, KeyId }` (`encryption`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['Kinesis.1'], cwe: ['CWE-311'] },
  notes: '`EncryptionType: NONE` is no encryption, which other tools pass.',
  appliesTo: 'AWS::Kinesis::Stream',
  check: (stream) => {
    const type = stream.read('StreamEncryption.EncryptionType');
    const key = stream.read('StreamEncryption.KeyId');
    return type.is('KMS') ? demand(key, isSaid, 'a key') : demand(type, () => false, '"KMS"');
  },
});
