import rule from '../../../src/rules/bucket/s3-access-log-expiry';
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
            AccessControl: LogDeliveryWrite
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
            AccessControl: LogDeliveryWrite
            LifecycleConfiguration:
              Rules:
                - { Status: Disabled, ExpirationInDays: 365 }
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
            AccessControl: LogDeliveryWrite
            LifecycleConfiguration:
              Rules:
                - { Status: Enabled, ExpirationInDays: 365 }
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
              AccessControl: LogDeliveryWrite
              LifecycleConfiguration:
                Rules:
                  - { Status: !Ref Status, ExpirationInDays: 365 }
      `,
    },
  ],
});
