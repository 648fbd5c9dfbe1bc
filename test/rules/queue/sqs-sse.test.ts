import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-sse';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is told not to',
      template: (stack) => new sqs.Queue(stack, 'Inbox', { encryption: sqs.QueueEncryption.UNENCRYPTED }),
    },
    {
      name: 'encryption is turned off',
      at: ['Orders/Properties/SqsManagedSseEnabled'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            SqsManagedSseEnabled: false
      `,
    },
    {
      name: 'encryption is turned off, and the key is empty',
      at: ['Orders/Properties/SqsManagedSseEnabled'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            KmsMasterKeyId: ''
            SqsManagedSseEnabled: false
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 is told to',
      template: (stack) => new sqs.Queue(stack, 'Inbox', { encryption: sqs.QueueEncryption.SQS_MANAGED }),
    },
    {
      name: 'SQS encrypts by itself',
      template: `
        Orders:
          Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'there is a key',
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            KmsMasterKeyId: alias/orders
            SqsManagedSseEnabled: false
      `,
    },
  ],
  unknown: [
    {
      name: 'a parameter without a default decides',
      at: ['Orders/Properties/SqsManagedSseEnabled'],
      template: `
        Parameters:
          Encrypt:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              SqsManagedSseEnabled: !Ref Encrypt
      `,
    },
  ],
});
