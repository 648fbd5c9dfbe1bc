import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/delivery/kms-service-denied';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes any key for a log group, also one that knows the account only',
      template: (stack) => {
        const key = new kms.CfnKey(stack, 'Key', {
          keyPolicy: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: `arn:aws:iam::${stack.account}:root` },
                Action: 'kms:*',
                Resource: '*',
              },
            ],
          },
        });
        new logs.CfnLogGroup(stack, 'Orders', { kmsKeyId: key.attrArn });
      },
    },
    {
      name: 'the key is for another log group',
      at: ['Orders/Properties/KmsKeyId'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: {Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'}
                  Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*']
                  Resource: '*'
                  Condition:
                    ArnEquals:
                      kms:EncryptionContext:aws:logs:arn: !Sub 'arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:books'
        Orders:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: orders
            KmsKeyId: !GetAtt Key.Arn
      `,
    },
    {
      name: 'CloudTrail may not encrypt',
      at: ['Trail/Properties/KMSKeyId'],
      template: `
        Key:
          Type: AWS::KMS::Key
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: trails
            KMSKeyId: !GetAtt Key.Arn
      `,
    },
  ],
  passes: [
    {
      name: 'ours brings a key that knows the service',
      template: (stack) => new SecureLogGroup(stack, 'Orders'),
    },
    {
      name: 'the key policy names the service and every log group of the account',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: {Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'}
                  Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*']
                  Resource: '*'
                  Condition:
                    ArnLike:
                      kms:EncryptionContext:aws:logs:arn: !Sub 'arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:*'
        Orders:
          Type: AWS::Logs::LogGroup
          Properties:
            KmsKeyId: !GetAtt Key.Arn
      `,
    },
    {
      name: 'the key policy is written for the regions of China',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: {Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'}
                  Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*']
                  Resource: '*'
                  Condition:
                    ArnLike:
                      kms:EncryptionContext:aws:logs:arn: !Sub 'arn:aws-cn:logs:\${AWS::Region}:\${AWS::AccountId}:*'
        Orders:
          Type: AWS::Logs::LogGroup
          Properties:
            KmsKeyId: !GetAtt Key.Arn
      `,
    },
    {
      name: 'the CDK names the service without its region',
      template: (stack) => {
        const key = new kms.Key(stack, 'Key');
        key.grantEncryptDecrypt(
          new iam.ServicePrincipal('logs.amazonaws.com', {
            conditions: {
              ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${stack.region}:${stack.account}:*` },
            },
          }),
        );
        key.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.ServicePrincipal('logs.amazonaws.com')],
            actions: ['kms:DescribeKey'],
            resources: ['*'],
          }),
        );
        new logs.LogGroup(stack, 'Orders', { encryptionKey: key });
      },
    },
    {
      name: 'the key is not part of the app',
      template: `
        Orders:
          Type: AWS::Logs::LogGroup
          Properties:
            KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    },
  ],
  unknown: [
    {
      name: 'the key policy is a parameter without a default',
      at: ['Orders/Properties/KmsKeyId'],
      template: `
        Parameters:
          Document: {Type: String}
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy: !Ref Document
          Orders:
            Type: AWS::Logs::LogGroup
            Properties:
              KmsKeyId: !GetAtt Key.Arn
      `,
    },
  ],
});
