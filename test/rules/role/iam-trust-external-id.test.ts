import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/iam-trust-external-id';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 trusts a vendor',
      template: (stack) => new iam.Role(stack, 'Vendor', { assumedBy: new iam.AccountPrincipal('444455556666') }),
    },
    {
      name: 'an account may',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'its number is enough',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: '111122223333' }
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'one role of the other account may, whoever it serves',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:role/deploy }
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'whoever comes without MFA may',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: sts:AssumeRole
                  Condition:
                    Bool: { aws:MultiFactorAuthPresent: 'false' }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 asks the vendor for the external id',
      template: (stack) =>
        new iam.Role(stack, 'Vendor', {
          assumedBy: new iam.AccountPrincipal('444455556666'),
          externalIds: ['shop-4d2c9a'],
        }),
    },
    {
      name: 'with an external id',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: sts:AssumeRole
                  Condition:
                    StringEquals: { sts:ExternalId: 4d2c }
      `,
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
      name: 'a provider of identities of the other account is no account',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: arn:aws:iam::111122223333:saml-provider/staff }
                  Action: sts:AssumeRoleWithSAML
      `,
    },
    {
      name: 'an account of the organization may',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: sts:AssumeRole
                  Condition:
                    StringEquals: { aws:PrincipalOrgID: o-1a2b3c4d5e }
      `,
    },
  ],
  unknown: [
    {
      name: 'the account is a parameter without a default',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: `
        Parameters:
          Vendor:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Sub 'arn:aws:iam::\${Vendor}:root' }
                    Action: sts:AssumeRole
      `,
    },
  ],
});
