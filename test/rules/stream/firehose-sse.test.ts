import rule from '../../../src/rules/stream/firehose-sse';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Clicks/Properties/DeliveryStreamEncryptionConfigurationInput/KeyType'],
      template: `
        Clicks:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            DeliveryStreamType: DirectPut
      `,
    },
  ],
  passes: [
    {
      name: 'records are encrypted',
      template: `
        Clicks:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            DeliveryStreamEncryptionConfigurationInput: { KeyType: AWS_OWNED_CMK }
      `,
    },
    {
      name: 'records come from a Kinesis stream',
      template: `
        Clicks:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            DeliveryStreamType: KinesisStreamAsSource
      `,
    },
  ],
  unknown: [
    {
      name: 'the type is a parameter without a default',
      at: ['Clicks/Properties/DeliveryStreamType'],
      template: `
        Parameters:
          Kind:
            Type: String
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamType: !Ref Kind
      `,
    },
  ],
});
