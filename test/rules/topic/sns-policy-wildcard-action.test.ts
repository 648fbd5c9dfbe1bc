import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import rule from '../../../src/rules/topic/sns-policy-wildcard-action';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets a partner do everything',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            actions: ['sns:*'],
            resources: [news.topicArn],
          }),
        );
      },
    },
    {
      name: 'another account may do everything',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
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
                  Principal: { AWS: '111122223333' }
                  Action: sns:*
                  Resource: !Ref News
      `,
    },
    {
      name: 'another account may let others in',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action/1'],
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
                  Principal: { AWS: '111122223333' }
                  Action: [sns:Publish, sns:AddPermission]
                  Resource: !Ref News
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 lets the partner publish',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.grantPublish(new iam.AccountPrincipal('444455556666'));
      },
    },
    {
      name: 'the owner of the topic may do everything',
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
                  Action: sns:*
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
