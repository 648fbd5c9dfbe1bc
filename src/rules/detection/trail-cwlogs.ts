import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'trail-cwlogs',
  severity: 'low',
  title: 'nothing looks at what the trail records when it happens',
  why: 'Files in a bucket are read after an incident. In CloudWatch Logs a filter tells of a sign-in of the root user within minutes.',
  serviceDefault:
    'A trail sends nothing to CloudWatch Logs unless asked for (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html).',
  fix: 'set `CloudWatchLogsLogGroupArn` and `CloudWatchLogsRoleArn`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['CloudTrail.5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail) => demand(trail.read('CloudWatchLogsLogGroupArn'), isSaid, 'a log group'),
});
