import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-sse';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 writes down no encryption',
      at: ['Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration'],
      template: (stack) => new s3.Bucket(stack, 'Uploads'),
    },
    {
      name: 'an algorithm that does not exist',
      at: [
        'Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm',
      ],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES128 } }]
      `,
    },
  ],
  passes: [
    { name: 'ours names a key', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'SSE-S3 is',
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
  ],
  unknown: [
    {
      name: 'the configuration is a parameter without a default',
      template: `
        Parameters:
          Encryption:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption: !Ref Encryption
      `,
    },
  ],
});
