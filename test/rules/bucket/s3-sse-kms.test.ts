import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-sse-kms';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration'],
      template: (stack) => new s3.Bucket(stack, 'Uploads'),
    },
    {
      name: 'it says SSE-S3',
      at: [
        'Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm',
      ],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
      `,
    },
    {
      name: 'the list of rules is empty',
      at: ['Bucket/Properties/BucketEncryption/ServerSideEncryptionConfiguration'],
      template: `
        Bucket:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption: { ServerSideEncryptionConfiguration: [] }
      `,
    },
  ],
  passes: [
    { name: 'ours has a key', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'it says KMS',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
      `,
    },
    {
      name: 'access logs are delivered into it',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration:
              DestinationBucketName: !Ref Logs
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
        Logs:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  unknown: [
    {
      name: 'the algorithm is a parameter without a default',
      template: `
        Parameters:
          Algorithm:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: !Ref Algorithm
      `,
    },
  ],
});
