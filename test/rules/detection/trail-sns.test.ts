import rule from '../../../src/rules/detection/trail-sns';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no topic',
      at: ['Trail/Properties/SnsTopicName'],
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true }
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true, SnsTopicName: trail }
      `,
    },
  ],
});
