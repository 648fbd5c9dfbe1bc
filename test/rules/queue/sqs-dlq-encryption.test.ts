import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/queue/sqs-dlq-encryption';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only one of the L2s has a key',
      template: (stack) => {
        const key = SecureKey.shared(stack);
        const failed = new sqs.Queue(stack, 'Failed');
        new sqs.Queue(stack, 'Inbox', {
          encryptionMasterKey: key,
          deadLetterQueue: { queue: failed, maxReceiveCount: 3 },
        });
      },
    },
    {
      name: 'only the source has a key',
      at: ['Leftovers/Properties/KmsMasterKeyId'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Leftovers.Arn
              maxReceiveCount: 3
            KmsMasterKeyId: alias/orders
        Leftovers:
          Type: AWS::SQS::Queue
      `,
    },
  ],
  passes: [
    {
      name: 'both L2s have it',
      template: (stack) => {
        const key = SecureKey.shared(stack);
        const failed = new sqs.Queue(stack, 'Failed', { encryptionMasterKey: key });
        new sqs.Queue(stack, 'Inbox', {
          encryptionMasterKey: key,
          deadLetterQueue: { queue: failed, maxReceiveCount: 3 },
        });
      },
    },
    {
      name: 'both have a key',
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Leftovers.Arn
              maxReceiveCount: 3
            KmsMasterKeyId: alias/orders
        Leftovers:
          Type: AWS::SQS::Queue
          Properties:
            KmsMasterKeyId: alias/orders
      `,
    },
    {
      name: 'neither has a key',
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Leftovers.Arn
              maxReceiveCount: 3
        Leftovers:
          Type: AWS::SQS::Queue
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['Leftovers/Properties/KmsMasterKeyId'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy:
                deadLetterTargetArn: !GetAtt Leftovers.Arn
                maxReceiveCount: 3
              KmsMasterKeyId: alias/orders
          Leftovers:
            Type: AWS::SQS::Queue
            Properties:
              KmsMasterKeyId: !Ref Key
      `,
    },
  ],
});
