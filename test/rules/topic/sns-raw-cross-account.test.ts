import rule from '../../../src/rules/topic/sns-raw-cross-account';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
