import { defineRule } from '../define-rule';
import { demand, isSaid, pass, unknown } from '../results';

export default defineRule({
  id: 'firehose-sse',
  severity: 'medium',
  title: 'the delivery stream does not encrypt what waits in it',
  why: 'Records wait in the delivery stream until they are delivered, and for a day where delivery fails. Whoever gets at the storage reads them.',
  serviceDefault:
    'Firehose encrypts what is put into it directly only where `DeliveryStreamEncryptionConfigurationInput` is set; of a Kinesis stream the encryption of that stream counts (https://docs.aws.amazon.com/firehose/latest/dev/encryption.html).',
  fix: 'set `DeliveryStreamEncryptionConfigurationInput: { KeyType: CUSTOMER_MANAGED_CMK, KeyARN }` (`encryption`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['DataFirehose.1'], cwe: ['CWE-311'] },
  appliesTo: 'AWS::KinesisFirehose::DeliveryStream',
  check: (stream) => {
    const type = stream.read('DeliveryStreamType');
    if (!type.isAbsent && !type.isUnknown && !type.is('DirectPut')) return pass();
    const encryption = stream.read('DeliveryStreamEncryptionConfigurationInput.KeyType');
    if (type.isUnknown && encryption.isAbsent) return unknown(type);
    return demand(encryption, isSaid, 'encryption');
  },
});
