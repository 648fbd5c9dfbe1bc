import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-wildcard-action';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may do everything with a queue',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:*'], resources: [inbox.queueArn] }));
      },
    },
    {
      name: 'every action of DynamoDB is allowed',
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
                  Action: dynamodb:*
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
    {
      name: 'the case and the number of stars hide it',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            Policies:
              - PolicyName: orders
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: ['S3:**', dynamodb:GetItem]
                      Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a question mark hides it',
      template: `
        Policy:
          Type: AWS::IAM::RolePolicy
          Properties:
            PolicyName: orders
            RoleName: orders
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: 'sqs:?*'
                  Resource: '*'
      `,
    },
    {
      name: 'the service comes from a mapping',
      template: `
        Mappings:
          Store:
            name:
              prefix: dynamodb
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: !Sub ['\${Service}:*', { Service: !FindInMap [Store, name, prefix] }]
                    Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
  ],
  passes: [
    {
      name: 'ours may send to it',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const role = new ScopedRole(stack, 'Role');
        inbox.grantSendMessages(role);
      },
    },
    {
      name: 'some actions are',
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
                  Action: [dynamodb:GetItem, dynamodb:Query]
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
    {
      name: 'actions that begin alike are',
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
                  Action: 's3:GetObject*'
                  Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'every action is denied',
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
                  Action: dynamodb:*
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
  ],
  unknown: [
    {
      name: 'the actions are a parameter without a default',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Parameters:
          Actions:
            Type: CommaDelimitedList
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: !Ref Actions
                    Resource: '*'
      `,
    },
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
  ],
});
