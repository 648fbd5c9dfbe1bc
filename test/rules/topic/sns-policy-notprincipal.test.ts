import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import rule from '../../../src/rules/topic/sns-policy-notprincipal';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 keeps one account out',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.addToResourcePolicy(
          new iam.PolicyStatement({
            notPrincipals: [new iam.AccountPrincipal('444455556666')],
            actions: ['sns:Subscribe'],
            resources: [news.topicArn],
          }),
        );
      },
    },
    {
      name: 'all but one account may publish',
      at: ['Policy/Properties/PolicyDocument/Statement/0/NotPrincipal'],
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
                  NotPrincipal: { AWS: '111122223333' }
                  Action: sns:Publish
                  Resource: !Ref News
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 lets one account in',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        news.grantSubscribe(new iam.AccountPrincipal('111122223333'));
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
