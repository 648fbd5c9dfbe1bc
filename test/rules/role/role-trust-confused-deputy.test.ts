import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/role-trust-confused-deputy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 trusts the scheduler',
      template: (stack) =>
        new iam.Role(stack, 'Nightly', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') }),
    },
    {
      name: 'the scheduler may',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: scheduler.amazonaws.com }
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'Systems Manager may',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ssm.amazonaws.com }, Action: sts:AssumeRole }] } }
      `,
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
    },
    {
      name: 'the source is any',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: pipes.amazonaws.com }
                  Action: sts:AssumeRole
                  Condition:
                    ArnLike: { aws:SourceArn: 'arn:aws:pipes:*:*:pipe/*' }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 trusts it for this account',
      template: (stack) =>
        new iam.Role(stack, 'Nightly', {
          assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
            conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
          }),
        }),
    },
    {
      name: 'for this account',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: scheduler.amazonaws.com }
                  Action: sts:AssumeRole
                  Condition:
                    StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
      `,
    },
    {
      name: 'Lambda sends no source',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: lambda.amazonaws.com }
                  Action: sts:AssumeRole
      `,
    },
  ],
  unknown: [
    {
      name: 'the account is a parameter without a default',
      template: `
        Parameters:
          Account:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { Service: scheduler.amazonaws.com }
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals: { aws:SourceAccount: !Ref Account }
      `,
    },
  ],
});
