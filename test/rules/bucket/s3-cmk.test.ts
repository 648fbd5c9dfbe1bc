import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-cmk';
import { ruleExamples } from '../rule-examples';

const withKey = (key: string) => `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms${key} }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes the key of AWS',
      at: [
        'Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID',
      ],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { encryption: s3.BucketEncryption.KMS_MANAGED }),
    },
    { name: 'the key of AWS is named', template: withKey(', KMSMasterKeyID: alias/aws/s3') },
  ],
  passes: [
    { name: 'ours has a key of yours', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'a key of the account is named',
      template: withKey(
        ', KMSMasterKeyID: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      ),
    },
    {
      name: 'a bucket with SSE-S3 has no key',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter',
      template: `
        Parameters:
          Key: { Type: String }
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !Ref Key }
      `,
    },
  ],
});
