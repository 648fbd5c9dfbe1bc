import rule from '../../../src/rules/stream/kinesis-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
      template: `
        Key:
          Type: AWS::KMS::Key
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
            StreamEncryption: { EncryptionType: KMS, KeyId: !GetAtt Key.Arn }
      `,
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
