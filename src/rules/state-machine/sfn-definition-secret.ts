import { findSecret, inWords } from '../../facts/secrets';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { definitionIn, definitionOf, textsIn } from './reading/definition';

/** A path, an intrinsic function or JSONata: it is worked out when the machine runs. */
function isExpression(key: string, text: string): boolean {
  return key.endsWith('.$') || /^(\$|States\.|\{%)/.test(text.trim());
}

export default defineRule({
  id: 'sfn-definition-secret',
  severity: 'high',
  title: 'the definition holds what looks like a secret',
  why: 'Everybody who can read the repository, the template or the state machine learns the secret, and the history of every execution repeats it.',
  serviceDefault:
    'Step Functions shows the definition to everybody who may call DescribeStateMachine (https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html).',
  fix: 'let the state call a function that reads the secret, or call HTTP endpoints with a connection of EventBridge',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798'] },
  notes: 'A heuristic over names and shapes. A definition in S3 is not looked at.',
  appliesTo: 'AWS::StepFunctions::StateMachine',
  check: (machine) => {
    const definition = definitionOf(machine);
    const texts = definition ? textsIn(definition) : [];
    const inDefinition = texts
      .filter(([key, text]) => !isExpression(key, text))
      .map(([key, text]) => findSecret(key, text))
      .find(Boolean);
    const places = [
      ...(inDefinition ? [{ at: definitionIn(machine), secret: inDefinition }] : []),
      ...machine
        .read('DefinitionSubstitutions')
        .entries.map(([name, at]) => ({ at, secret: findSecret(name, at.text ?? '') })),
    ];
    return places.map(({ at, secret }) => (secret ? fail(at, { got: inWords(secret), wanted: 'no secret' }) : pass()));
  },
});
