import rule from '../../../src/rules/bucket/s3-policy-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Uploads'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  passes: [
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
