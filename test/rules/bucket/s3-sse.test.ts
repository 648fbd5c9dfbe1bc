import rule from '../../../src/rules/bucket/s3-sse';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'no default encryption is written down',
      at: ['Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
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
