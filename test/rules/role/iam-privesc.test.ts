import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/role/iam-privesc';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may deploy everything',
      template: (stack) => {
        const role = new iam.Role(stack, 'Deploy', { assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: ['*'] }));
      },
    },
    {
      name: 'it may write policies into every role',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: iam:PutRolePolicy
                  Resource: '*'
      `,
    },
    {
      name: 'it may replace the code of every function',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: 'lambda:Update*'
                  Resource: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:*
      `,
    },
    {
      name: 'it is inline in a user',
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Policies:
              - PolicyName: orders
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: [iam:CreateAccessKey]
                      Resource: '*'
      `,
    },
    {
      name: 'it may pass every role to Lambda, and make functions',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: iam:PassRole
                  Resource: '*'
                  Condition:
                    StringEquals: { iam:PassedToService: lambda.amazonaws.com }
                - Effect: Allow
                  Action: [lambda:CreateFunction, lambda:InvokeFunction]
                  Resource: '*'
      `,
    },
    {
      name: 'all of IAM may be used on everybody',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Action: iam:*
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 may deploy one function',
      template: (stack) => {
        const orders = lambda.Function.fromFunctionName(stack, 'Orders', 'orders');
        const role = new iam.Role(stack, 'Deploy', { assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com') });
        role.addToPolicy(
          new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: [orders.functionArn] }),
        );
      },
    },
    {
      name: 'it may pass roles to what it cannot start',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: iam:PassRole
                  Resource: '*'
                  Condition:
                    StringEquals: { iam:PassedToService: ecs-tasks.amazonaws.com }
                - Effect: Allow
                  Action: [lambda:CreateFunction]
                  Resource: '*'
      `,
    },
    {
      name: 'it may deploy one function',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: lambda:UpdateFunctionCode
                  Resource: arn:aws:lambda:eu-west-1:111122223333:function:orders
      `,
    },
    {
      name: 'it denies',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Action: iam:PutRolePolicy
                  Resource: '*'
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
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument: !Ref Document
      `,
    },
    {
      name: 'the effect is a parameter without a default',
      template: `
        Parameters:
          Effect:
            Type: String
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: !Ref Effect
                    Action: iam:PutRolePolicy
                    Resource: '*'
      `,
    },
  ],
});
