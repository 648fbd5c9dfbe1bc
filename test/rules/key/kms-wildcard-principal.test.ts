import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/key/kms-wildcard-principal';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 grants to everybody',
      template: (stack) => {
        const key = new kms.Key(stack, 'Key');
        key.grantDecrypt(new iam.AnyPrincipal());
      },
    },
    {
      name: 'everybody may decrypt',
      at: ['Key/Properties/KeyPolicy/Statement/1/Principal'],
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
                  Principal: '*'
                  Action: kms:Decrypt
                  Resource: '*'
      `,
    },
    {
      name: 'it is hidden in a list',
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
                  Principal: { AWS: [arn:aws:iam::111122223333:role/orders, '*'] }
                  Action: kms:Decrypt
                  Resource: '*'
      `,
    },
    {
      name: 'everybody may who goes through a service',
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
                  Principal: { AWS: '*' }
                  Action: kms:Decrypt
                  Resource: '*'
                  Condition:
                    StringEquals: { kms:ViaService: s3.eu-west-1.amazonaws.com }
      `,
    },
    {
      name: 'a single statement stands without a list',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Statement:
                Effect: Allow
                Principal: '*'
                Action: kms:*
                Resource: '*'
      `,
    },
    {
      name: 'everybody but one account is named',
      at: ['Key/Properties/KeyPolicy/Statement/0/NotPrincipal'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Statement:
                - Effect: Allow
                  NotPrincipal: { AWS: '111122223333' }
                  Action: kms:Decrypt
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'ours grants to one role',
      template: (stack) => {
        const key = new SecureKey(stack, 'Key');
        key.grantDecrypt(new iam.ArnPrincipal('arn:aws:iam::444455556666:role/shop'));
      },
    },
    {
      name: 'the account may, through its IAM policies',
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
    {
      name: 'everybody of this account may who goes through a service',
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
                  Principal: { AWS: '*' }
                  Action: kms:Decrypt
                  Resource: '*'
                  Condition:
                    StringEquals: { kms:CallerAccount: !Ref AWS::AccountId, kms:ViaService: s3.eu-west-1.amazonaws.com }
      `,
    },
    {
      name: 'the L2 writes it',
      template: (stack) => new kms.Key(stack, 'Key').grantDecrypt(new iam.ServicePrincipal('logs.amazonaws.com')),
    },
  ],
  unknown: [
    {
      name: 'the principal is a parameter without a default',
      at: ['Key/Properties/KeyPolicy/Statement/1/Principal'],
      template: `
        Parameters:
          Who:
            Type: String
        Resources:
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
                    Principal: { AWS: !Ref Who }
                    Action: kms:Decrypt
                    Resource: '*'
      `,
    },
  ],
});
