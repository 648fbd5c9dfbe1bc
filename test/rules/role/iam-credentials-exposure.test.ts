import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-credentials-exposure';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may read every secret',
      template: (stack) => {
        new secretsmanager.Secret(stack, 'Password');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] }));
      },
    },
    {
      name: 'every secret may be read',
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
                  Action: secretsmanager:GetSecretValue
                  Resource: '*'
      `,
    },
    {
      name: 'every role may be assumed',
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
                      Action: [sts:AssumeRole]
                      Resource: arn:aws:iam::*:role/*
      `,
    },
    {
      name: 'anybody may have a role of that name',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Resource'],
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
                  Action: sts:AssumeRole
                  Resource: arn:aws:iam::*:role/deploy
      `,
    },
  ],
  passes: [
    {
      name: 'ours may read one',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        const role = new ScopedRole(stack, 'Role');
        password.grantRead(role);
      },
    },
    {
      name: 'one secret may be read',
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
                  Action: secretsmanager:GetSecretValue
                  Resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-a1b2c3
      `,
    },
    {
      name: 'AWS cannot limit the action',
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
                  Action: ecr:GetAuthorizationToken
                  Resource: '*'
      `,
    },
    {
      name: 'the role of that name in accounts of the organization',
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
                  Action: sts:AssumeRole
                  Resource: arn:aws:iam::*:role/deploy
                  Condition: { StringEquals: { 'aws:ResourceOrgID': o-a1b2c3d4e5 } }
      `,
    },
    {
      name: 'the role of one account',
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
                  Action: sts:AssumeRole
                  Resource: arn:aws:iam::111122223333:role/deploy
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
                    Action: secretsmanager:GetSecretValue
                    Resource: '*'
      `,
    },
  ],
});
