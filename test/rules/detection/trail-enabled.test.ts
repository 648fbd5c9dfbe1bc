import rule from '../../../src/rules/detection/trail-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is stopped',
      at: ['Trail/Properties/IsLogging'],
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: false }
      `,
    },
  ],
  passes: [
    {
      name: 'it records',
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true }
      `,
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
