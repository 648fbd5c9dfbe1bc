import { defineRule } from '../define-rule';
import { demand, fail } from '../results';

export default defineRule({
  id: 'sfn-logging',
  severity: 'medium',
  title: 'the state machine writes no log',
  why: 'What was executed, with what outcome and for whom cannot be said later; of an express workflow nothing is left at all.',
  serviceDefault:
    'Logging is off unless `LoggingConfiguration.Level` says otherwise (https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html).',
  fix: 'set `LoggingConfiguration: { Level: ALL, Destinations }` (`logs`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['StepFunctions.1'], cwe: ['CWE-778'] },
  notes:
    '`ERROR` and `FATAL` are a low finding: the executions that went wrong are there, those that somebody made go otherwise are not.',
  appliesTo: 'AWS::StepFunctions::StateMachine',
  check: (machine) => {
    const level = machine.read('LoggingConfiguration.Level');
    if (level.is('ERROR', 'FATAL')) return fail(level, { wanted: '"ALL"', severity: 'low' });
    return demand(level, (value) => value.is('ALL'), '"ALL"');
  },
});
