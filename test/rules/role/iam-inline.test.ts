import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/role/iam-inline';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 grants',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        uploads.grantRead(role);
      },
    },
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
      name: 'the L2 is given a managed policy',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        const readUploads = new iam.ManagedPolicy(stack, 'ReadUploads', { roles: [role] });
        readUploads.addStatements(
          new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [uploads.arnForObjects('*')] }),
        );
      },
    },
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
