import { defineRule } from '../define-rule';
import { demand } from '../results';

/** As long as a message can wait before a weekend, a holiday and a working day are over. */
const week = 604_800;

export default defineRule({
  id: 'lambda-failure-queue-retention',
  severity: 'low',
  strict: true,
  title: 'the events that the function failed on are gone before a week is over',
  why: 'The queue holds the only copy of an event that an attacker made fail, or that a bug lost. After a long weekend nobody can tell any more what it was, or run it again.',
  serviceDefault:
    'SQS deletes a message after 4 days unless `MessageRetentionPeriod` says otherwise (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html).',
  fix: 'set `MessageRetentionPeriod: 1209600`, the longest there is, or let `SecureFunction` bring the queue',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-10'], cwe: ['CWE-778'] },
  notes: 'Strict, because how soon somebody looks is the choice of the application.',
  appliesTo: ['AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::Function'],
  check: (source) => {
    const target = source.read(
      source.is('AWS::Lambda::Function') ? 'DeadLetterConfig.TargetArn' : 'DestinationConfig.OnFailure.Destination',
    ).target;
    if (!target?.is('AWS::SQS::Queue')) return [];
    return demand(target.read('MessageRetentionPeriod'), (period) => Number(period.number) >= week, `at least ${week}`);
  },
});
