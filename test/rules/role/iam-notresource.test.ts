import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-notresource';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may read everything but one bucket',
      template: (stack) => {
        const salaries = new s3.Bucket(stack, 'Salaries');
        new s3.Bucket(stack, 'Uploads');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(
          new iam.PolicyStatement({ actions: ['s3:GetObject'], notResources: [salaries.arnForObjects('*')] }),
        );
      },
    },
    {
      name: 'the policy does',
      at: ['Policy/Properties/PolicyDocument/Statement/0/NotResource'],
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
                  Action: dynamodb:GetItem
                  NotResource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
    {
      name: 'thing groups are left beside identities of Cognito',
      at: ['Policy/Properties/PolicyDocument/Statement/0/NotResource'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: devices
            Roles: [devices]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: iot:AttachPolicy
                  NotResource: arn:aws:iot:*:*:cert/*
      `,
    },
    {
      name: 'a role does inline',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/NotResource'],
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
                      Action: dynamodb:GetItem
                      NotResource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
  ],
  passes: [
    {
      name: 'ours may read what it is for',
      template: (stack) => {
        new s3.Bucket(stack, 'Salaries');
        const uploads = new s3.Bucket(stack, 'Uploads');
        const role = new ScopedRole(stack, 'Role');
        uploads.grantRead(role);
      },
    },
    {
      name: 'what is left are identities of Cognito, which have no ARN',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: devices
            Roles: [devices]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: [iot:AttachPolicy, iot:DetachPolicy]
                  NotResource: [!Sub "arn:\${AWS::Partition}:iot:*:*:cert/*", "arn:aws:iot:*:*:thinggroup/*"]
      `,
    },
    {
      name: 'it denies so',
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
                  Action: dynamodb:GetItem
                  NotResource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
    {
      name: 'it says what is allowed',
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
                  Action: dynamodb:GetItem
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
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
  ],
});
