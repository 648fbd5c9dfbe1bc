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
      name: 'nothing is said',
      at: ['Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/BucketKeyEnabled'],
      template: withSetting(''),
    },
  ],
  passes: [
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
