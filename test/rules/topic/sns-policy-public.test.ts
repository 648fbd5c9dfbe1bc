import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import rule from '../../../src/rules/topic/sns-policy-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 grants to everybody',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.grantSubscribe(new iam.AnyPrincipal());
      },
    },
    {
      name: 'everybody may subscribe',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        News:
          Type: AWS::SNS::Topic
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref News]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { AWS: '*' }
                  Action: sns:Subscribe
                  Resource: !Ref News
      `,
    },
    {
      name: 'the protocol limits nobody',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        News:
          Type: AWS::SNS::Topic
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref News]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: sns:Subscribe
                  Resource: !Ref News
                  Condition:
                    StringEquals: { sns:Protocol: https }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 grants to one role',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.grantSubscribe(new iam.ArnPrincipal('arn:aws:iam::444455556666:role/shop'));
      },
    },
    {
      name: 'the owner of the topic is meant',
      template: `
        News:
          Type: AWS::SNS::Topic
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref News]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { AWS: '*' }
                  Action: sns:Publish
                  Resource: !Ref News
                  Condition:
                    StringEquals: { aws:SourceOwner: !Ref AWS::AccountId }
      `,
    },
    {
      name: 'one role may publish',
      template: `
        News:
          Type: AWS::SNS::Topic
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref News]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:role/shop }
                  Action: sns:Publish
                  Resource: !Ref News
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      at: ['Policy/Properties/PolicyDocument'],
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [arn:aws:sns:eu-west-1:111122223333:news]
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
