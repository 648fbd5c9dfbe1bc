import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/stream/firehose-sse';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Clicks/Properties/DeliveryStreamEncryptionConfigurationInput/KeyType'],
      template: (stack) => {
        const archive = new s3.Bucket(stack, 'Archive');
        new firehose.DeliveryStream(stack, 'Clicks', { destination: new firehose.S3Bucket(archive) });
      },
    },
  ],
  passes: [
    {
      name: 'records are encrypted with a key of the stack',
      template: (stack) => {
        const archive = new SecureBucket(stack, 'Archive');
        new firehose.DeliveryStream(stack, 'Clicks', {
          destination: new firehose.S3Bucket(archive),
          encryption: firehose.StreamEncryption.customerManagedKey(new SecureKey(stack, 'Key')),
        });
      },
    },
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
