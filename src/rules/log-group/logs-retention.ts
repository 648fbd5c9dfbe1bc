import { defineRule } from '../define-rule';
import { demand } from '../results';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const days = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export default defineRule({
  id: 'logs-retention',
  severity: 'medium',
  title: 'nobody has said how long the logs are kept',
  why:
    'Logs that are never deleted collect personal data and secrets for years, where one leak shows all of it. ' +
    'They are also paid for each month.',
  serviceDefault:
    'CloudWatch Logs keeps events for ever unless `RetentionInDays` is set (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html).',
  fix: 'set `RetentionInDays`, 365 or more where CloudWatch.16 counts, or use `SecureLogGroup`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['CloudWatch.16'], cwe: ['CWE-778'] },
  notes:
    'CloudWatch.16 accepts logs that never expire and refuses less than 365 days; here the number is the choice of the application, but one has to be there.',
  appliesTo: 'AWS::Logs::LogGroup',
  check: (group) =>
    demand(
      group.read('RetentionInDays'),
      (retention) => retention.is(...days),
      'a number of days that CloudWatch Logs knows',
    ),
});
