import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/key/kms-wildcard-action';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets a partner do everything',
      template: (stack) => {
        const key = new kms.Key(stack, 'Key');
        key.grant(new iam.ArnPrincipal('arn:aws:iam::444455556666:role/shop'), 'kms:*');
      },
    },
    {
      name: 'a role may',
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
                  Action: kms:*
                  Resource: '*'
      `,
    },
    {
      name: 'a service may',
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
                  Principal: { Service: logs.amazonaws.com }
                  Action: ['kms:*']
                  Resource: '*'
      `,
    },
    {
      name: 'another account may',
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
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: '*'
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'ours lets the partner decrypt',
      template: (stack) => {
        const key = new SecureKey(stack, 'Key');
        key.grantDecrypt(new iam.ArnPrincipal('arn:aws:iam::444455556666:role/shop'));
      },
    },
    {
      name: 'the account itself may',
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
      name: 'a role may decrypt',
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
                  Action: kms:Decrypt
                  Resource: '*'
      `,
    },
    {
      name: 'the L2 writes it',
      template: (stack) => new kms.Key(stack, 'Key'),
    },
  ],
  unknown: [
    {
      name: 'the principal is a parameter without a default',
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
                    Action: kms:*
                    Resource: '*'
      `,
    },
  ],
});
