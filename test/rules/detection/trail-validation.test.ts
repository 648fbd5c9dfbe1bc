import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import rule from '../../../src/rules/detection/trail-validation';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'validation is turned off',
      at: ['Trail/Properties/EnableLogFileValidation'],
      template: (stack) => new cloudtrail.Trail(stack, 'Trail', { enableFileValidation: false }),
    },
    {
      name: 'the trail says nothing',
      at: ['Trail/Properties/EnableLogFileValidation'],
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true }
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) => new cloudtrail.Trail(stack, 'Trail'),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Trail/Properties/EnableLogFileValidation'],
      template: `
        Parameters:
          Sign: { Type: String }
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties: { S3BucketName: trail-logs, IsLogging: true, EnableLogFileValidation: !Ref Sign }
      `,
    },
  ],
});
