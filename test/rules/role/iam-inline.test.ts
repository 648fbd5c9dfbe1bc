import rule from '../../../src/rules/role/iam-inline';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a role has one',
      at: ['Role/Properties/Policies'],
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
                      Action: s3:GetObject
                      Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a policy of its own resource is one too',
      at: ['Policy'],
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
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::uploads/*
      `,
    },
  ],
  passes: [
    {
      name: 'it is a managed policy',
      template: `
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a role has none',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
      `,
    },
  ],
  unknown: [
    {
      name: 'they are a parameter without a default',
      at: ['Role/Properties/Policies'],
      template: `
        Parameters:
          Policies:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
              Policies: !Ref Policies
      `,
    },
  ],
});
