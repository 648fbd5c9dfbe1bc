import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'sfn-xray',
  severity: 'low',
  title: 'executions are not traced',
  why: 'How a request went through the state machine and the functions behind it cannot be followed, neither by who looks for the slow one nor by who looks for the intruder.',
  serviceDefault:
    'Tracing is off unless `TracingConfiguration.Enabled` is true (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html).',
  fix: 'set `TracingConfiguration: { Enabled: true }` (`tracingEnabled`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  check: (machine) => demand(machine.read('TracingConfiguration.Enabled'), (enabled) => enabled.isTrue, 'true'),
});
