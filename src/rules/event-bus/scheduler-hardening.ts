import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'scheduler-hardening',
  severity: 'low',
  title: 'the schedule drops what it cannot deliver, or keeps its input without a key',
  why: 'When the target is gone or refuses, the run is dropped and nobody is told that backups or reports have ended. The input of a schedule is readable to whoever may read schedules.',
  serviceDefault:
    'Scheduler retries for 24 hours and drops the run unless there is a dead-letter queue (https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html); it encrypts with a key that AWS owns unless `KmsKeyArn` is set (https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html).',
  fix: 'set `Target.DeadLetterConfig: { Arn }`, and `KmsKeyArn` where there is an `Input`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8', 'SAS-10'], cwe: ['CWE-778'] },
  notes: 'The retry policy of the service (185 times in 24 hours) and the default group are fine.',
  appliesTo: 'AWS::Scheduler::Schedule',
  check: (schedule) => [
    demand(schedule.read('Target.DeadLetterConfig.Arn'), isSaid, 'a dead-letter queue'),
    ...(schedule.read('Target.Input').isAbsent
      ? []
      : [demand(schedule.read('KmsKeyArn'), isSaid, 'a key, as there is an input')]),
  ],
});
