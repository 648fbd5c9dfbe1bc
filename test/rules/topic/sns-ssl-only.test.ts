import * as sns from 'aws-cdk-lib/aws-sns';
import rule from '../../../src/rules/topic/sns-ssl-only';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is left to its default',
      template: (stack) => new sns.Topic(stack, 'News'),
    },
    {
      name: 'there is no policy',
      at: ['News'],
      template: `
        News:
          Type: AWS::SNS::Topic
      `,
    },
    {
      name: 'the policy denies something else',
      at: ['News'],
      template: `
        News:
          Type: AWS::SNS::Topic
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref News]
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: sns:Subscribe
                  Resource: !Ref News
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 denies the rest',
      template: (stack) => new sns.Topic(stack, 'News', { enforceSSL: true }),
    },
    {
      name: 'publishing is denied to everybody',
      template: `
        News:
          Type: AWS::SNS::Topic
        Policy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref News]
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: sns:Publish
                  Resource: !Ref News
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          News:
            Type: AWS::SNS::Topic
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref News]
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
