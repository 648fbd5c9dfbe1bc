import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

export default defineRule({
  id: 'apigw-api-key',
  severity: 'low',
  strict: true,
  title: 'the method can be called without an API key',
  why:
    'Callers are not counted one by one, so that no usage plan can limit one of them. ' +
    'One client that goes wild uses up what all of them share.',
  serviceDefault:
    'Without `ApiKeyRequired` no key is asked for (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html).',
  fix: 'set `ApiKeyRequired: true`, and give each client a key of a usage plan',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'Strict, because keys are for counting: they do not authenticate anybody.',
  appliesTo: 'AWS::ApiGateway::Method',
  check: (method) =>
    method.read('HttpMethod').is('OPTIONS')
      ? pass()
      : demand(method.read('ApiKeyRequired'), (required) => required.isTrue, 'true'),
});
