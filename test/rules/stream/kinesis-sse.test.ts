import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/stream/kinesis-sse';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is told not to',
      at: ['Clicks/Properties/StreamEncryption/EncryptionType'],
      template: (stack) => new kinesis.Stream(stack, 'Clicks', { encryption: kinesis.StreamEncryption.UNENCRYPTED }),
    },
    {
      name: 'nothing is said',
      at: ['Clicks/Properties/StreamEncryption/EncryptionType'],
      template: `
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
      `,
    },
    {
      name: 'it is turned off',
      at: ['Clicks/Properties/StreamEncryption/EncryptionType'],
      template: `
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
            StreamEncryption: { EncryptionType: NONE, KeyId: alias/clicks }
      `,
    },
    {
      name: 'no key is named, which Kinesis refuses',
      at: ['Clicks/Properties/StreamEncryption/KeyId'],
      template: `
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
            StreamEncryption: { EncryptionType: KMS }
      `,
    },
  ],
  passes: [
    {
      name: 'a key of the stack encrypts them',
      template: (stack) =>
        new kinesis.Stream(stack, 'Clicks', {
          encryption: kinesis.StreamEncryption.KMS,
          encryptionKey: new SecureKey(stack, 'Key'),
        }),
    },
    {
      name: 'records are encrypted',
      template: `
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
            StreamEncryption: { EncryptionType: KMS, KeyId: alias/clicks }
      `,
    },
  ],
  unknown: [
    {
      name: 'the type is a parameter without a default',
      at: ['Clicks/Properties/StreamEncryption/EncryptionType'],
      template: `
        Parameters:
          Kind:
            Type: String
        Resources:
          Clicks:
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
              StreamEncryption: { EncryptionType: !Ref Kind, KeyId: alias/clicks }
      `,
    },
  ],
});
