import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { arnPieces } from './reading/arn-pieces';
import { servicePrincipal } from './reading/service-principal';

/** An API with every stage, and with every method and path where they are named at all. */
const everyStage = /^(?:\*|[^/]+\/\*(?:\/\*){0,2})$/;

export default defineRule({
  id: 'lambda-permission-apigw-any',
  severity: 'low',
  strict: true,
  title: 'every method of every stage of the API may invoke the function',
  why:
    'A method or a test stage that somebody adds later, without authorization perhaps, reaches the function without any change of its own. ' +
    'Nobody who reviews the function sees it.',
  serviceDefault: 'The permission holds for what `SourceArn` matches.',
  fix: 'name the stage, the method and the path in `SourceArn`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  notes:
    'Strict, because an API with one function behind all of its routes is common. https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html',
  appliesTo: 'AWS::Lambda::Permission',
  check: (permission) => {
    if (servicePrincipal(permission.read('Principal')) !== 'apigateway.amazonaws.com') return pass();
    const isFine = (text: string) => !everyStage.test(arnPieces(text).slice(5).join(':') || text);
    return demand(permission.read('SourceArn'), (arn) => isFine(arn.text ?? ''), 'a stage, method and path');
  },
});
