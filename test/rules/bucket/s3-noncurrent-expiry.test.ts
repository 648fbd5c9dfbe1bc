import rule from '../../../src/rules/bucket/s3-noncurrent-expiry';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'no rule does it',
      at: ['Uploads/Properties/LifecycleConfiguration/Rules'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Enabled }
            LifecycleConfiguration:
              Rules:
                - { Status: Enabled, Transitions: [{ StorageClass: GLACIER, TransitionInDays: 30 }] }
      `,
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
