import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import rule from '../../../src/rules/detection/trail-multi-region';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the trail is for one Region',
      at: ['Trail/Properties/IsMultiRegionTrail'],
      template: (stack) => new cloudtrail.Trail(stack, 'Trail', { isMultiRegionTrail: false }),
    },
    {
      name: 'the trail says nothing',
      at: ['Trail/Properties/IsMultiRegionTrail'],
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true }
      `,
    },
  ],
  passes: [
    {
      name: 'all Regions',
      template: (stack) => new cloudtrail.Trail(stack, 'Trail'),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Trail/Properties/IsMultiRegionTrail'],
      template: `
        Parameters:
          Everywhere: { Type: String }
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties: { S3BucketName: trail-logs, IsLogging: true, IsMultiRegionTrail: !Ref Everywhere }
      `,
    },
  ],
});
