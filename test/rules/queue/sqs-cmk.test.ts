import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/queue/sqs-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has none',
      template: (stack) => new sqs.Queue(stack, 'Inbox'),
    },
    {
      name: 'no key is named',
      at: ['Orders/Properties/KmsMasterKeyId'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'it is the key that AWS manages',
      at: ['Orders/Properties/KmsMasterKeyId'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            KmsMasterKeyId: alias/aws/sqs
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 has that of the stack',
      template: (stack) => new sqs.Queue(stack, 'Inbox', { encryptionMasterKey: SecureKey.shared(stack) }),
    },
    {
      name: 'the key is one of the stack',
      template: `
        Key:
          Type: AWS::KMS::Key
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            KmsMasterKeyId: !GetAtt Key.Arn
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['Orders/Properties/KmsMasterKeyId'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              KmsMasterKeyId: !Ref Key
      `,
    },
  ],
});
