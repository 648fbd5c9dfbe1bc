import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [{ name: 'the L2 has none', at: ['Uploads'], template: (stack) => new s3.Bucket(stack, 'Uploads') }],
  passes: [
    { name: 'ours has one that denies plain HTTP', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'there is one',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
  ],
});
