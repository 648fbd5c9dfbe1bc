import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-lifecycle';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no rule',
      at: ['Uploads/Properties/LifecycleConfiguration/Rules'],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { versioned: true }),
    },
    {
      name: 'the only rule is disabled',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LifecycleConfiguration:
              Rules:
                - Status: Disabled
                  NoncurrentVersionExpiration:
                    NoncurrentDays: 30
      `,
    },
  ],
  passes: [
    { name: 'ours ends old versions and incomplete uploads', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'old versions expire',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LifecycleConfiguration:
              Rules:
                - Status: Enabled
                  NoncurrentVersionExpiration:
                    NoncurrentDays: 30
      `,
    },
  ],
  unknown: [
    {
      name: 'the rules are a parameter without a default',
      template: `
        Parameters:
          Rules:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              LifecycleConfiguration:
                Rules: !Ref Rules
      `,
    },
  ],
});
