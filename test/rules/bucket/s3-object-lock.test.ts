import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/bucket/s3-object-lock';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no lock',
      at: ['Records/Properties/ObjectLockConfiguration/Rule/DefaultRetention'],
      template: (stack) => new s3.Bucket(stack, 'Records', { versioned: true }),
    },
  ],
  passes: [
    {
      name: 'objects are kept for 30 days',
      template: (stack) =>
        new s3.Bucket(stack, 'Records', {
          versioned: true,
          objectLockDefaultRetention: s3.ObjectLockRetention.governance(Duration.days(30)),
        }),
    },
  ],
  unknown: [
    {
      name: 'the retention is a parameter without a default',
      template: `
        Parameters:
          Retention:
            Type: String
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: true
              ObjectLockConfiguration:
                ObjectLockEnabled: Enabled
                Rule:
                  DefaultRetention: !Ref Retention
      `,
    },
  ],
});
