import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeFunctionRole } from './reading/function-role';
import { named, pathOf } from './reading/path';
import { isOnRulesOfItsOwn } from './reading/rules-at-run-time';
import { watchesNobody } from './reading/watching-rules';

/** What takes away the records of what was done, or those who would look at them. */
const erasures = [
  'logs:DeleteLogGroup',
  'logs:DeleteLogStream',
  'logs:PutRetentionPolicy',
  'logs:DeleteSubscriptionFilter',
  'logs:DeleteMetricFilter',
  'cloudtrail:StopLogging',
  'cloudtrail:DeleteTrail',
  'cloudtrail:UpdateTrail',
  'cloudtrail:PutEventSelectors',
  'cloudwatch:DeleteAlarms',
  'cloudwatch:DisableAlarmActions',
  'guardduty:DeleteDetector',
  'guardduty:UpdateDetector',
  'config:StopConfigurationRecorder',
  'config:DeleteConfigurationRecorder',
  'securityhub:DisableSecurityHub',
  ...['events:DisableRule', 'events:DeleteRule', 'events:RemoveTargets'],
];

export default defineRule({
  id: 'role-erases-evidence',
  severity: 'medium',
  title: 'a function may delete logs, or stop those who watch',
  why:
    'Whoever gets hold of the function deletes its log group or lets it keep a day, stops the trail and turns the alarms off, first or last. ' +
    'What they did is then not seen while it happens, and cannot be told afterwards.',
  serviceDefault:
    'What is deleted in CloudWatch Logs is gone, and a trail that is stopped records nothing (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html).',
  fix: 'take the action out of the role; set retention and alarms in the template, and send trails to an account of their own',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-4', 'SAS-5'], cwe: ['CWE-778'] },
  notes:
    'Turning off a schedule of the application, or a rule for its own events, passes, and so do rules that a function makes itself under a name of their own. The functions that the CDK makes for `logRetention` count: set `RetentionInDays` on an `AWS::Logs::LogGroup`.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeFunctionRole(role, app, erasures, (right, functions) =>
      right.on.every(watchesNobody) || isOnRulesOfItsOwn(right, app)
        ? []
        : fail(right.at, {
            got: pathOf(functions, named(right), 'no record of what was done'),
            wanted: 'no action that takes records or alarms away',
          }),
    ),
});
