import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { definitionOf, hasAuthorizer } from './reading/open-api';

export default defineRule({
  id: 'apigw-authorizer-missing',
  severity: 'medium',
  strict: true,
  title: 'the API has no authorizer',
  why:
    'Users of the app cannot be told apart by the API: what is not called with IAM signatures is open to everybody. ' +
    'The functions behind it have to check tokens themselves, each in its own way.',
  serviceDefault:
    'An API has no authorizer unless one is made for it (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html).',
  fix: 'add an `AWS::ApiGateway::Authorizer`, or an `AWS::ApiGatewayV2::Authorizer`, and use it on the methods (`authorizer` of a method, of `defaultMethodOptions` or of a route); acknowledge it where roles of AWS are the only callers',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-306'] },
  notes: 'Strict, because an API that is called with IAM signatures only needs none.',
  appliesTo: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  check: (api, app) => {
    const attached = api.is('AWS::ApiGateway::RestApi')
      ? app.attachedTo(api, 'AWS::ApiGateway::Authorizer', 'RestApiId')
      : app.attachedTo(api, 'AWS::ApiGatewayV2::Authorizer', 'ApiId');
    if (attached.length > 0) return pass();
    const definition = definitionOf(api);
    const defined = definition.isAbsent ? false : hasAuthorizer(definition);
    if (defined === undefined) return unknown(definition, 'authorizers may stand in the definition of the API');
    return defined ? pass() : fail(api, { got: 'an API without an authorizer', wanted: 'an authorizer' });
  },
});
