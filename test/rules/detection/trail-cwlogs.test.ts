import rule from '../../../src/rules/detection/trail-cwlogs';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no log group',
      at: ['Trail/Properties/CloudWatchLogsLogGroupArn'],
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
          Properties:
            S3BucketName: trail-logs
            IsLogging: true
            CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:trail:*
            CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/trail
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Trail/Properties/CloudWatchLogsLogGroupArn'],
      template: `
        Parameters:
          Group: { Type: String }
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties: { S3BucketName: trail-logs, IsLogging: true, CloudWatchLogsLogGroupArn: !Ref Group }
      `,
    },
  ],
});
