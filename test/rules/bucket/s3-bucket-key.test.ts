import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-bucket-key';
import { ruleExamples } from '../rule-examples';

const withSetting = (setting: string) => `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }${setting}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is told not to have one',
      at: ['Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/BucketKeyEnabled'],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { encryption: s3.BucketEncryption.KMS_MANAGED }),
    },
  ],
  passes: [
    { name: 'ours has one', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'there is a bucket key',
      template: withSetting(`
                  BucketKeyEnabled: true`),
    },
    {
      name: 'SSE-S3 asks no KMS',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      template: `
        Parameters:
          BucketKey: { Type: String }
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }
                    BucketKeyEnabled: !Ref BucketKey
      `,
    },
  ],
});
