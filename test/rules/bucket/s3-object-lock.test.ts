import rule from '../../../src/rules/bucket/s3-object-lock';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no lock',
      at: ['Records/Properties/ObjectLockConfiguration/Rule/DefaultRetention'],
      template: `
        Records:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  passes: [
    {
      name: 'objects are kept for 30 days',
      template: `
        Records:
          Type: AWS::S3::Bucket
          Properties:
            ObjectLockEnabled: true
            ObjectLockConfiguration:
              ObjectLockEnabled: Enabled
              Rule:
                DefaultRetention:
                  Days: 30
                  Mode: COMPLIANCE
      `,
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
