import * as iam from 'aws-cdk-lib/aws-iam';
import { SecureKey } from '../../../src/key/secure-key';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/key/kms-decrypt-all';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may decrypt with every key',
      template: (stack) => {
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'] }));
      },
    },
    {
      name: 'on everything',
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
                  Action: kms:Decrypt
                  Resource: '*'
      `,
    },
    {
      name: 'on all keys of the account, inline',
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
                      Action: ['kms:De*']
                      Resource: !Sub arn:aws:kms:*:\${AWS::AccountId}:key/*
      `,
    },
  ],
  passes: [
    {
      name: 'ours may decrypt with one',
      template: (stack) => {
        const key = new SecureKey(stack, 'Key');
        const role = new ScopedRole(stack, 'Role');
        key.grantDecrypt(role);
      },
    },
    {
      name: 'with one key',
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
                  Action: kms:Decrypt
                  Resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    },
    {
      name: 'with keys of one alias',
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
                  Action: kms:Decrypt
                  Resource: '*'
                  Condition:
                    StringEquals: { kms:ResourceAliases: alias/orders }
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
                  Action: kms:Decrypt
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
                    Action: kms:Decrypt
                    Resource: '*'
      `,
    },
  ],
});
