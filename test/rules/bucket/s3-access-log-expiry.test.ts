import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-access-log-expiry';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 keeps them for ever',
      at: ['AccessLogs/Properties/LifecycleConfiguration/Rules'],
      template: (stack) => {
        const serverAccessLogsBucket = new s3.Bucket(stack, 'AccessLogs');
        new s3.Bucket(stack, 'Uploads', { serverAccessLogsBucket });
      },
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
    { name: 'those of ours end after a year', template: (stack) => new SecureBucket(stack, 'Uploads') },
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
