import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/key/kms-grants';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets a role make grants',
      template: (stack) => {
        const key = new kms.Key(stack, 'Key');
        key.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.ArnPrincipal(`arn:aws:iam::${stack.account}:role/backup`)],
            actions: ['kms:CreateGrant'],
            resources: ['*'],
          }),
        );
      },
    },
    {
      name: 'a role may make grants',
      at: ['Key/Properties/KeyPolicy/Statement/1/Action'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
                  Action: kms:*
                  Resource: '*'
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/orders' }
                  Action: kms:CreateGrant
                  Resource: '*'
      `,
    },
    {
      name: 'a pattern says so',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
                  Action: kms:*
                  Resource: '*'
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/admin' }
                  Action: 'kms:Create*'
                  Resource: '*'
      `,
    },
    {
      name: 'another account may make grants beside this one',
      at: ['Key/Properties/KeyPolicy/Statement/0/Action'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: [!Ref AWS::AccountId, '111122223333'] }
                  Action: 'kms:Create*'
                  Resource: '*'
      `,
    },
    {
      name: 'the condition asks for grants that are for nobody of AWS',
      at: ['Key/Properties/KeyPolicy/Statement/0/Action'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:role/orders }
                  Action: kms:CreateGrant
                  Resource: '*'
                  Condition:
                    Bool: { kms:GrantIsForAWSResource: 'false' }
      `,
    },
  ],
  passes: [
    {
      name: 'ours lets it make them for services',
      template: (stack) => {
        const key = new SecureKey(stack, 'Key');
        key.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.ArnPrincipal(`arn:aws:iam::${stack.account}:role/backup`)],
            actions: ['kms:CreateGrant'],
            resources: ['*'],
            conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
          }),
        );
      },
    },
    {
      name: 'a role may, for services',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
                  Action: kms:*
                  Resource: '*'
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/orders' }
                  Action: kms:CreateGrant
                  Resource: '*'
                  Condition:
                    Bool: { kms:GrantIsForAWSResource: 'true' }
      `,
    },
    {
      name: 'the account may do what its administrators need',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Ref AWS::AccountId }
                  Action: ['kms:Create*', 'kms:Describe*', 'kms:Put*']
                  Resource: '*'
      `,
    },
    {
      name: 'the account may do everything',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
                  Action: kms:*
                  Resource: '*'
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      at: ['Key/Properties/KeyPolicy'],
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy: !Ref Document
      `,
    },
  ],
});
