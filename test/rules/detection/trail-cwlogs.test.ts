import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/detection/trail-cwlogs';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no log group',
      at: ['Trail/Properties/CloudWatchLogsLogGroupArn'],
      template: (stack) => new cloudtrail.Trail(stack, 'Trail'),
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: (stack) =>
        new cloudtrail.Trail(stack, 'Trail', {
          sendToCloudWatchLogs: true,
          cloudWatchLogGroup: new SecureLogGroup(stack, 'TrailLog'),
        }),
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
