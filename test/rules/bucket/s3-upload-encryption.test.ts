import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-upload-encryption';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 leaves it to the uploader',
      template: (stack) => new s3.Bucket(stack, 'Uploads', { encryptionKey: new kms.Key(stack, 'Key') }),
    },
    {
      name: 'only SSE-S3 is denied',
      at: ['Uploads/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault'],
      template: `
        Key:
          Type: AWS::KMS::Key
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn }
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:PutObject
                  Resource: !Sub '\${Uploads.Arn}/*'
                  Condition: { StringEquals: { s3:x-amz-server-side-encryption: AES256 } }
      `,
    },
  ],
  passes: [
    { name: 'ours takes its own key only', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'every other key is denied, and one of the uploader is blocked',
      template: `
        Key:
          Type: AWS::KMS::Key
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn }
                  BlockedEncryptionTypes: { EncryptionType: [SSE-C] }
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:PutObject
                  Resource: !Sub '\${Uploads.Arn}/*'
                  Condition: { 'Null': { s3:x-amz-server-side-encryption: 'false' } }
      `,
    },
    {
      name: 'a bucket with SSE-S3 has no key to go round',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  unknown: [
    {
      name: 'what is denied is a parameter',
      template: `
        Parameters:
          Document: { Type: String }
        Resources:
          Key:
            Type: AWS::KMS::Key
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn }
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Uploads
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
