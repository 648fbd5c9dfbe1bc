import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/stream/kinesis-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes the key that AWS manages',
      at: ['Clicks/Properties/StreamEncryption/KeyId'],
      template: (stack) => new kinesis.Stream(stack, 'Clicks', { encryption: kinesis.StreamEncryption.MANAGED }),
    },
    {
      name: 'it is the key that AWS manages',
      at: ['Clicks/Properties/StreamEncryption/KeyId'],
      template: `
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
            StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }
      `,
    },
  ],
  passes: [
    {
      name: 'the key is one of the stack',
      template: (stack) =>
        new kinesis.Stream(stack, 'Clicks', {
          encryption: kinesis.StreamEncryption.KMS,
          encryptionKey: new SecureKey(stack, 'Key'),
        }),
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['Clicks/Properties/StreamEncryption/KeyId'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          Clicks:
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
              StreamEncryption: { EncryptionType: KMS, KeyId: !Ref Key }
      `,
    },
  ],
});
