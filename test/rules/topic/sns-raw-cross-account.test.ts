import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/topic/sns-raw-cross-account';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 sends mail',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.addSubscription(new EmailSubscription('shop@example.com'));
      },
    },
    {
      name: 'the queue is in another account',
      at: ['Webhook/Properties/Endpoint'],
      template: `
        News:
          Type: AWS::SNS::Topic
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: sqs
            Endpoint: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'it is a mailbox',
      at: ['Webhook/Properties/Protocol'],
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
  passes: [
    {
      name: 'the L2 sends to a queue',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        const inbox = new sqs.Queue(stack, 'Inbox');
        news.addSubscription(new SqsSubscription(inbox));
      },
    },
    {
      name: 'the queue is in the stack',
      template: `
        Orders:
          Type: AWS::SQS::Queue
        News:
          Type: AWS::SNS::Topic
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: sqs
            Endpoint: !GetAtt Orders.Arn
      `,
    },
  ],
  unknown: [
    {
      name: 'the endpoint is a parameter without a default',
      at: ['Webhook/Properties/Endpoint'],
      template: `
        Parameters:
          Queue:
            Type: String
        Resources:
          News:
            Type: AWS::SNS::Topic
          Webhook:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: !Ref News
              Protocol: sqs
              Endpoint: !Ref Queue
      `,
    },
  ],
});
