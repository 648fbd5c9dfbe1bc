import * as sns from 'aws-cdk-lib/aws-sns';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import rule from '../../../src/rules/topic/sns-subscription-http';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes what the address says',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.addSubscription(new UrlSubscription('http://shop.example.com/news'));
      },
    },
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
      name: 'the address of the L2 says https',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.addSubscription(new UrlSubscription('https://shop.example.com/news'));
      },
    },
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
