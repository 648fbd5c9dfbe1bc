import rule from '../../../src/rules/key/kms-grants';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
  ],
  passes: [
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
