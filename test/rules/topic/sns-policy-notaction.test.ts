import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import rule from '../../../src/rules/topic/sns-policy-notaction';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets a partner do everything but delete it',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            notActions: ['sns:DeleteTopic'],
            resources: [news.topicArn],
          }),
        );
      },
    },
    {
      name: 'everything but deleting the topic is allowed',
      at: ['Policy/Properties/PolicyDocument/Statement/0/NotAction'],
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
                  NotAction: sns:DeleteTopic
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
