import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-apigw-authorizer',
  severity: 'low',
  strict: true,
  title: 'the method does not ask the user pool who is calling',
  why: 'Where users sign in with Cognito, a method with another kind of authorization is a second way in. It has rules of its own, which nobody may look after.',
  serviceDefault:
    'A method asks for what it says; absent is nothing (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html).',
  fix: 'set `AuthorizationType: COGNITO_USER_POOLS` and name the authorizer',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-287'] },
  notes:
    'Other kinds of authorization are as good, which is why this runs only when asked for. `apigw-method-auth` finds methods without any.',
  appliesTo: 'AWS::ApiGateway::Method',
  check: (method) =>
    method.read('HttpMethod').is('OPTIONS')
      ? []
      : demand(method.read('AuthorizationType'), (type) => type.is('COGNITO_USER_POOLS'), '"COGNITO_USER_POOLS"'),
});
