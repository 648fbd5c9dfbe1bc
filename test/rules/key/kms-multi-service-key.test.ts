import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/key/kms-multi-service-key';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 grants to a service',
      template: (stack) => {
        const key = new kms.Key(stack, 'Key');
        key.grantDecrypt(new iam.ServicePrincipal('sns.amazonaws.com'));
      },
    },
    {
      name: 'the service is named and nothing else',
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
                  Principal: { Service: sns.amazonaws.com }
                  Action: [kms:Decrypt, kms:GenerateDataKey]
                  Resource: '*'
      `,
    },
    {
      name: 'the source is any',
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
                  Principal: { Service: sns.amazonaws.com }
                  Action: kms:Decrypt
                  Resource: '*'
                  Condition:
                    ArnLike: { aws:SourceArn: 'arn:aws:sns:*:*:*' }
      `,
    },
  ],
  passes: [
    {
      name: 'ours grants to the service for this account',
      template: (stack) => {
        const key = new SecureKey(stack, 'Key');
        const conditions = { StringEquals: { 'aws:SourceAccount': stack.account } };
        key.grantDecrypt(new iam.ServicePrincipal('sns.amazonaws.com', { conditions }));
      },
    },
    {
      name: 'the CDK lets logs be decrypted for their delivery, where a state machine has a key and a log',
      template: (stack) =>
        new sfn.StateMachine(stack, 'Orders', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Succeed(stack, 'Done')),
          encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(new kms.Key(stack, 'Key')),
          logs: { destination: new logs.LogGroup(stack, 'Log') },
        }),
    },
    {
      name: 'for this account only',
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
                  Principal: { Service: sns.amazonaws.com }
                  Action: kms:Decrypt
                  Resource: '*'
                  Condition:
                    StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
      `,
    },
    {
      name: 'EventBridge, which names no source to a key and is limited by the topic',
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
                  Principal: { Service: events.amazonaws.com }
                  Action: [kms:Decrypt, kms:GenerateDataKey]
                  Resource: '*'
      `,
    },
    {
      name: 'for log groups of this account only',
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
                  Principal: { Service: !Sub 'logs.\${AWS::Region}.amazonaws.com' }
                  Action: 'kms:Decrypt*'
                  Resource: '*'
                  Condition:
                    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': !Sub 'arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:*' }
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
                    Principal: { Service: sns.amazonaws.com }
                    Action: kms:Decrypt
                    Resource: '*'
                    Condition:
                      StringEquals: { aws:SourceAccount: !Ref Account }
      `,
    },
  ],
});
