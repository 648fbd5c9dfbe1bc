import rule from '../../../src/rules/topic/sns-subscription-http';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the protocol is http',
      at: ['Webhook/Properties/Protocol'],
      template: `
        News:
          Type: AWS::SNS::Topic
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: http
            Endpoint: http://example.com/news
      `,
    },
    {
      name: 'a subscription in the topic is',
      at: ['News/Properties/Subscription/0/Protocol'],
      template: `
        News:
          Type: AWS::SNS::Topic
          Properties:
            Subscription:
              - Protocol: http
                Endpoint: http://example.com/news
      `,
    },
  ],
  passes: [
    {
      name: 'the protocol is https',
      template: `
        News:
          Type: AWS::SNS::Topic
        Webhook:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref News
            Protocol: https
            Endpoint: https://example.com/news
      `,
    },
  ],
  unknown: [
    {
      name: 'the protocol is a parameter without a default',
      at: ['Webhook/Properties/Protocol'],
      template: `
        Parameters:
          Protocol:
            Type: String
        Resources:
          News:
            Type: AWS::SNS::Topic
          Webhook:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: !Ref News
              Protocol: !Ref Protocol
              Endpoint: example.com
      `,
    },
  ],
});
