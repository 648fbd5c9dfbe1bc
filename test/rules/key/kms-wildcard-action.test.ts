import { aws_kms as kms } from 'aws-cdk-lib';
import rule from '../../../src/rules/key/kms-wildcard-action';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
