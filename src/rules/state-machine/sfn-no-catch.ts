import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { definitionIn, definitionOf, statesIn } from './reading/definition';

export default defineRule({
  id: 'sfn-no-catch',
  severity: 'low',
  strict: true,
  title: 'a task neither catches errors nor ends by itself',
  why: 'One call that fails ends the execution where it stands, half done; one that never answers keeps it for a year.',
  serviceDefault:
    'A task waits 99999999 seconds and an error fails the execution, unless the state says otherwise (https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html).',
  fix: 'add `Catch` or `Retry`, and `TimeoutSeconds`, to the state (`addCatch`, `taskTimeout`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8', 'SAS-10'], cwe: ['CWE-400'] },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  check: (machine) => {
    const definition = definitionOf(machine);
    const at = definitionIn(machine);
    if (!definition) return unknown(at.isAbsent ? machine : at, 'the definition is not in the template');
    return statesIn(definition)
      .filter(([, state]) => state.Type === 'Task')
      .flatMap(([name, state]) => {
        const missing = [
          ...((state.Catch ?? state.Retry) ? [] : ['`Catch` or `Retry`']),
          ...((state.TimeoutSeconds ?? state.TimeoutSecondsPath ?? definition.TimeoutSeconds)
            ? []
            : ['`TimeoutSeconds`']),
        ];
        return missing.length > 0
          ? [fail(at, { got: `task "${name}" without ${missing.join(' and ')}`, wanted: missing.join(' and ') })]
          : [];
      });
  },
});
