import * as iam from 'aws-cdk-lib/aws-iam';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-trust-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 trusts everybody',
      template: (stack) => new iam.Role(stack, 'Orders', { assumedBy: new iam.AnyPrincipal() }),
    },
    {
      name: 'all that STS knows is allowed',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:*' }]
      `,
    },
    {
      name: 'everybody may',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'in the long form, and in a list',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: ['*'] }
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'who knows the external id may',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: '*' }
                  Action: sts:AssumeRole
                  Condition:
                    StringEquals: { sts:ExternalId: shop }
      `,
    },
    {
      name: 'every action is allowed',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
                  Action: '*'
      `,
    },
    {
      name: 'the default of a parameter is everybody',
      template: `
        Parameters:
          Who:
            Type: String
            Default: '*'
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Ref Who }
                    Action: sts:AssumeRole
      `,
    },
  ],
  passes: [
    {
      name: 'ours trusts Lambda',
      template: (stack) => new ScopedRole(stack, 'Orders'),
    },
    {
      name: 'this account may',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'Lambda may',
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
    {
      name: 'everybody of one organization may',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: sts:AssumeRole
                  Condition:
                    StringEquals: { aws:PrincipalOrgID: o-1a2b3c4d5e }
      `,
    },
    {
      name: 'the L2 trusts the account',
      template: (stack) => new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() }),
    },
  ],
  unknown: [
    {
      name: 'the principal is a parameter without a default',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: `
        Parameters:
          Who:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Ref Who }
                    Action: sts:AssumeRole
      `,
    },
  ],
});
