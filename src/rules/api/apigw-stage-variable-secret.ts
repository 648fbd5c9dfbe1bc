import { findSecret, inWords } from '../../facts/secrets';
import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

const resolvesSecret = /\{\{resolve:(?:secretsmanager|ssm-secure):/;

function variablesOf(stage: Resource): Value {
  if (stage.is('AWS::ApiGatewayV2::Stage')) return stage.read('StageVariables');
  return stage.read(stage.is('AWS::ApiGateway::Stage') ? 'Variables' : 'StageDescription.Variables');
}

export default defineRule({
  id: 'apigw-stage-variable-secret',
  severity: 'high',
  title: 'a stage variable holds a secret',
  why:
    'Stage variables stand in plain text in the template and in the stage, and are passed on to integrations and logs. ' +
    'Everybody who may read one of these learns the secret and acts with it from anywhere.',
  serviceDefault:
    'API Gateway shows stage variables to everybody who may call GetStage, and warns against secrets in them.',
  fix: 'read the secret from Secrets Manager in the function behind the API',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798', 'CWE-312'] },
  notes:
    'A heuristic over names and shapes. https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html',
  appliesTo: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Stage'],
  check: (stage) =>
    variablesOf(stage).entries.map(([name, value]) => {
      if (resolvesSecret.test(value.text ?? '')) {
        return fail(value, { got: 'a dynamic reference to a secret', wanted: 'the name of the secret' });
      }
      const secret = value.text === undefined ? undefined : findSecret(name, value.text);
      return secret ? fail(value, { got: inWords(secret), wanted: 'the name of the secret, not its value' }) : pass();
    }),
});
