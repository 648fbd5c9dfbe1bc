import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'sfn-execution-data',
  severity: 'medium',
  title: 'the log holds what goes through the state machine, and has no key',
  why: 'Input and output of every state, with what customers sent and functions found, can be read by whoever may read the log group.',
  serviceDefault:
    'The log holds no input and output unless `IncludeExecutionData` is true (https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html).',
  fix: 'remove `IncludeExecutionData: true`, or set `KmsKeyId` of the log group',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], cwe: ['CWE-532'] },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  check: (machine) => {
    const logging = machine.read('LoggingConfiguration');
    const included = logging.read('IncludeExecutionData');
    if (included.isUnknown) return unknown(included);
    if (!included.isTrue || logging.read('Level').is('OFF')) return pass();
    return logging.read('Destinations').items.map((destination) => {
      const group = destination.read('CloudWatchLogsLogGroup.LogGroupArn').target;
      if (!group?.is('AWS::Logs::LogGroup')) return unknown(included, 'the log group is not part of the application');
      return group.read('KmsKeyId').isAbsent ? fail(included, { wanted: 'false, or a log group with a key' }) : pass();
    });
  },
});
