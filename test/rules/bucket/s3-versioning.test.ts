import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-versioning';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 keeps no versions',
      at: ['Uploads/Properties/VersioningConfiguration/Status'],
      template: (stack) => new s3.Bucket(stack, 'Uploads'),
    },
    {
      name: 'versioning is suspended',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration:
              Status: Suspended
      `,
    },
    {
      name: 'only production is versioned',
      at: ['Uploads/Properties/VersioningConfiguration/Status'],
      template: `
        Conditions:
          IsProduction: !Equals [!Ref AWS::AccountId, "111122223333"]
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: !If [IsProduction, Enabled, Suspended]
      `,
    },
  ],
  passes: [
    { name: 'ours does', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'versioning is on',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration:
              Status: Enabled
      `,
    },
  ],
  unknown: [
    {
      name: 'the status is a parameter without a default',
      at: ['Uploads/Properties/VersioningConfiguration/Status'],
      template: `
        Parameters:
          Status:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: !Ref Status
      `,
    },
  ],
});
