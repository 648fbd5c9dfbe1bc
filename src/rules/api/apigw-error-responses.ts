import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { definitionOf, isReadable } from './reading/open-api';

const responses = ['DEFAULT_4XX', 'DEFAULT_5XX'];

export default defineRule({
  id: 'apigw-error-responses',
  severity: 'low',
  strict: true,
  title: 'the errors of the API are told in the words of API Gateway',
  why: 'The answer says whether a token is missing, expired or refused, and quotes policies with the ARN of who denied. Somebody who tries out the API learns from it which door to try next.',
  serviceDefault:
    'API Gateway answers with `$context.error.messageString` unless a gateway response has a template of its own (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).',
  fix: 'add `AWS::ApiGateway::GatewayResponse` for `DEFAULT_4XX` and `DEFAULT_5XX` with `ResponseTemplates` of a fixed text, or use `SecureApi`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-10'], cwe: ['CWE-209'] },
  notes: 'What a template quotes is the matter of `apigw-verbose-errors`.',
  appliesTo: 'AWS::ApiGateway::RestApi',
  check: (api, app) => {
    const definition = definitionOf(api);
    if (isReadable(definition) && !definition.read(['x-amazon-apigateway-gateway-responses']).isAbsent) return [];
    const own = app.attachedTo(api, 'AWS::ApiGateway::GatewayResponse', 'RestApiId');
    const unsure = own.map((response) => response.read('ResponseType')).find((type) => type.isUnknown);
    return responses.flatMap((type) => {
      const response = own.find((one) => one.read('ResponseType').is(type));
      const templates = response?.read('ResponseTemplates');
      if (templates?.isUnknown) return unknown(templates);
      if (templates && templates.entries.length > 0) return [];
      if (!response && unsure) return unknown(unsure);
      return fail(templates ?? api, { got: `no template for ${type}`, wanted: 'a fixed text' });
    });
  },
});
