import rule from '../../../src/rules/topic/sns-policy-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
