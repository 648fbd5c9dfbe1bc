import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import rule from '../../../src/rules/detection/trail-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is stopped',
      at: ['Trail/Properties/IsLogging'],
      template: (stack) =>
        new cloudtrail.CfnTrail(stack, 'Trail', { s3BucketName: 'shop-trail-logs', isLogging: false }),
    },
  ],
  passes: [
    {
      name: 'it records',
      template: (stack) =>
        new cloudtrail.CfnTrail(stack, 'Trail', { s3BucketName: 'shop-trail-logs', isLogging: true }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Trail/Properties/IsLogging'],
      template: `
        Parameters:
          Record: { Type: String }
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties: { S3BucketName: trail-logs, IsLogging: !Ref Record }
      `,
    },
  ],
});
