import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/topic/sns-delivery-logging';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 delivers to a queue',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        const inbox = new sqs.Queue(stack, 'Inbox');
        news.addSubscription(new SqsSubscription(inbox));
      },
    },
    {
      name: 'a function is subscribed',
      at: ['News/Properties/DeliveryStatusLogging'],
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
  ],
  passes: [
    {
      name: 'the L2 logs what it delivers',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        const inbox = new sqs.Queue(stack, 'Inbox');
        news.addSubscription(new SqsSubscription(inbox));
        news.addLoggingConfig({
          protocol: sns.LoggingProtocol.SQS,
          failureFeedbackRole: new iam.Role(stack, 'Feedback', {
            assumedBy: new iam.ServicePrincipal('sns.amazonaws.com'),
          }),
        });
      },
    },
    {
      name: 'deliveries are logged',
      template: `
        News:
          Type: AWS::SNS::Topic
          Properties:
            DeliveryStatusLogging:
              - Protocol: lambda
                FailureFeedbackRoleArn: arn:aws:iam::111122223333:role/feedback
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: lambda
            Endpoint: arn:aws:lambda:eu-west-1:111122223333:function:mail
      `,
    },
    {
      name: 'only mail is subscribed',
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
      name: 'the log is a parameter without a default',
      at: ['News/Properties/DeliveryStatusLogging'],
      template: `
        Parameters:
          Logging:
            Type: String
        Resources:
          News:
            Type: AWS::SNS::Topic
            Properties:
              DeliveryStatusLogging: !Ref Logging
          Webhook:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: !Ref News
              Protocol: lambda
              Endpoint: arn:aws:lambda:eu-west-1:111122223333:function:mail
      `,
    },
  ],
});
