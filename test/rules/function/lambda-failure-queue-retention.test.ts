import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-failure-queue-retention';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is given a queue as it comes',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          onFailure: new SqsDestination(failed),
        });
        new sns.Topic(stack, 'News').addSubscription(new LambdaSubscription(orders));
      },
    },
    {
      name: 'the queue keeps them for 4 days',
      at: ['Failed/Properties/MessageRetentionPeriod'],
      template: `
        Failed:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      `,
    },
    {
      name: 'the queue of the destination keeps them for a day',
      at: ['Failed/Properties/MessageRetentionPeriod'],
      template: `
        Failed:
          Type: AWS::SQS::Queue
          Properties: { MessageRetentionPeriod: 86400 }
        Events:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: orders
            Qualifier: $LATEST
            DestinationConfig: { OnFailure: { Destination: !GetAtt Failed.Arn } }
      `,
    },
  ],
  passes: [
    {
      name: 'ours brings the queue',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new sns.Topic(stack, 'News').addSubscription(new LambdaSubscription(orders));
      },
    },
    {
      name: 'the queue keeps them for 14 days',
      template: `
        Failed:
          Type: AWS::SQS::Queue
          Properties: { MessageRetentionPeriod: 1209600 }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      `,
    },
    {
      name: 'a topic keeps nothing',
      template: `
        Failed:
          Type: AWS::SNS::Topic
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig: { TargetArn: !Ref Failed }
      `,
    },
  ],
  unknown: [
    {
      name: 'the time is a parameter',
      at: ['Failed/Properties/MessageRetentionPeriod'],
      template: `
        Parameters:
          Seconds: { Type: Number }
        Resources:
          Failed:
            Type: AWS::SQS::Queue
            Properties: { MessageRetentionPeriod: !Ref Seconds }
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      `,
    },
  ],
});
