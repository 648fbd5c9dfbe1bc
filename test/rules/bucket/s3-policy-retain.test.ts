import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-retain';
import { ruleExamples } from '../rule-examples';

const policy = `
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition: { Bool: { aws:SecureTransport: 'false' } }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 retains the bucket alone',
      at: ['UploadsPolicy/DeletionPolicy', 'UploadsPolicy/UpdateReplacePolicy'],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { enforceSSL: true }),
    },
  ],
  passes: [
    { name: 'ours retains both', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'both are retained',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          DeletionPolicy: RetainExceptOnCreate
          UpdateReplacePolicy: Retain
        Policy:
          Type: AWS::S3::BucketPolicy
          DeletionPolicy: RetainExceptOnCreate
          UpdateReplacePolicy: Retain${policy}`,
    },
    {
      name: 'both are deleted',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy${policy}`,
    },
  ],
});
