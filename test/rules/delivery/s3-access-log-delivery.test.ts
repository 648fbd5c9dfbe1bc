import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/delivery/s3-access-log-delivery';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the bucket for the logs is encrypted with a key',
      template: (stack) => {
        const logs = new s3.CfnBucket(stack, 'Logs', {
          bucketEncryption: {
            serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' } }],
          },
        });
        new s3.CfnBucket(stack, 'Uploads', { loggingConfiguration: { destinationBucketName: logs.ref } });
      },
    },
    {
      name: 'the bucket for the logs lets nobody write',
      at: ['Uploads/Properties/LoggingConfiguration/DestinationBucketName'],
      template: `
        Logs:
          Type: AWS::S3::Bucket
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration: {DestinationBucketName: !Ref Logs}
      `,
    },
    {
      name: 'it logs into itself, which is what no destination means',
      at: ['Uploads/Properties/LoggingConfiguration/DestinationBucketName'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration: {LogFilePrefix: logs/}
      `,
    },
  ],
  passes: [
    {
      name: 'ours brings a bucket that can be written to',
      template: (stack) => new SecureBucket(stack, 'Uploads'),
    },
    {
      name: 'the L2 lets the service in with a policy',
      template: (stack) =>
        new s3.Bucket(stack, 'Uploads', {
          serverAccessLogsBucket: new s3.Bucket(stack, 'Logs', { enforceSSL: true }),
          serverAccessLogsPrefix: 'uploads/',
        }),
    },
    {
      name: 'the ACL is for log delivery',
      template: `
        Logs:
          Type: AWS::S3::Bucket
          Properties: {AccessControl: LogDeliveryWrite}
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration: {DestinationBucketName: !Ref Logs}
      `,
    },
    {
      name: 'the bucket for the logs is not part of the app',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration: {DestinationBucketName: company-logs}
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy of the bucket for the logs is a parameter without a default',
      at: ['Uploads/Properties/LoggingConfiguration/DestinationBucketName'],
      template: `
        Parameters:
          Document: {Type: String}
        Resources:
          Logs:
            Type: AWS::S3::Bucket
          LogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Logs
              PolicyDocument: !Ref Document
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration: {DestinationBucketName: !Ref Logs}
      `,
    },
  ],
});
