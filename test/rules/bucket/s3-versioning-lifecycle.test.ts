import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-versioning-lifecycle';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has versions and no rule',
      at: ['Uploads/Properties/LifecycleConfiguration/Rules'],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { versioned: true }),
    },
    {
      name: 'the only rule is disabled',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration:
              Status: Enabled
            LifecycleConfiguration:
              Rules:
                - Status: Disabled
                  NoncurrentVersionExpiration:
                    NoncurrentDays: 30
      `,
    },
  ],
  passes: [
    { name: 'ours ends them after 90 days', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'old versions expire',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration:
              Status: Enabled
            LifecycleConfiguration:
              Rules:
                - Status: Enabled
                  NoncurrentVersionExpiration:
                    NoncurrentDays: 30
      `,
    },
    {
      name: 'the bucket is not versioned',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
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
              VersioningConfiguration:
                Status: Enabled
              LifecycleConfiguration:
                Rules: !Ref Rules
      `,
    },
  ],
});
