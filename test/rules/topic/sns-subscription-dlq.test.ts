import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/topic/sns-subscription-dlq';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 drops them',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        const inbox = new sqs.Queue(stack, 'Inbox');
        news.addSubscription(new SqsSubscription(inbox));
      },
    },
    {
      name: 'there is no redrive policy',
      at: ['Webhook/Properties/RedrivePolicy'],
      template: `
        News:
          Type: AWS::SNS::Topic
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: lambda
            Endpoint: arn:aws:lambda:eu-west-1:111122223333:function:mail
      `,
    },
    {
      name: 'a subscription in the topic itself, which can have none',
      at: ['News/Properties/Subscription/0'],
      template: `
        News:
          Type: AWS::SNS::Topic
          Properties: { Subscription: [{ Protocol: sqs, Endpoint: 'arn:aws:sqs:eu-west-1:111122223333:orders' }] }
      `,
    },
    {
      name: 'the redrive policy names no queue',
      at: ['Webhook/Properties/RedrivePolicy'],
      template: `
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: arn:aws:sns:eu-west-1:111122223333:news
            Protocol: https
            Endpoint: https://example.com/hook
            RedrivePolicy: {}
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 keeps them',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        const inbox = new sqs.Queue(stack, 'Inbox');
        const deadLetterQueue = new sqs.Queue(stack, 'Undelivered');
        news.addSubscription(new SqsSubscription(inbox, { deadLetterQueue }));
      },
    },
    {
      name: 'there is one',
      template: `
        Leftovers:
          Type: AWS::SQS::Queue
        News:
          Type: AWS::SNS::Topic
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: lambda
            Endpoint: arn:aws:lambda:eu-west-1:111122223333:function:mail
            RedrivePolicy: { deadLetterTargetArn: !GetAtt Leftovers.Arn }
      `,
    },
    {
      name: 'a person gets mail',
      template: `
        News:
          Type: AWS::SNS::Topic
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: email
            Endpoint: shop@example.com
      `,
    },
  ],
  unknown: [
    {
      name: 'the redrive policy is a parameter without a default',
      at: ['Webhook/Properties/RedrivePolicy'],
      template: `
        Parameters:
          Redrive:
            Type: String
        Resources:
          News:
            Type: AWS::SNS::Topic
          Webhook:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: !Ref News
              Protocol: lambda
              Endpoint: arn:aws:lambda:eu-west-1:111122223333:function:mail
              RedrivePolicy: !Ref Redrive
      `,
    },
  ],
});
