import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-noncurrent-expiry';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 keeps them for ever',
      at: ['Uploads/Properties/LifecycleConfiguration/Rules'],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { versioned: true }),
    },
    {
      name: 'the rule is not in force',
      at: ['Uploads/Properties/LifecycleConfiguration/Rules'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Enabled }
            LifecycleConfiguration:
              Rules:
                - { Status: Disabled, NoncurrentVersionExpiration: { NoncurrentDays: 90 } }
      `,
    },
  ],
  passes: [
    { name: 'ours ends them after 90 days', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'a rule does it',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Enabled }
            LifecycleConfiguration:
              Rules:
                - { Status: Enabled, NoncurrentVersionExpiration: { NoncurrentDays: 90 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a parameter says whether the rule is in force',
      at: ['Uploads/Properties/LifecycleConfiguration/Rules/0/Status'],
      template: `
        Parameters:
          Status: { Type: String }
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration: { Status: Enabled }
              LifecycleConfiguration:
                Rules:
                  - { Status: !Ref Status, NoncurrentVersionExpiration: { NoncurrentDays: 90 } }
      `,
    },
  ],
});
