import rule from '../../../src/rules/queue/sqs-dlq-encryption';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
