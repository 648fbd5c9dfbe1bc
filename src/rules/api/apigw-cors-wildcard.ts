import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';
import type { Result } from '../results';
import { definitionOf, operationsOf } from './reading/open-api';

const header = 'Access-Control-Allow-Origin';

/** Fixed values of response parameters stand in single quotes. */
const everybody = /^'?(?:https?:\/\/)?\*'?$/;

const demandNamed = (origin: Value): Result => demand(origin, (it) => !everybody.test(it.text ?? ''), 'a named origin');

/** The values that a mapping of parameters gives the header, whatever its case. */
function originsIn(parameters: Value, prefix: string): readonly Value[] {
  const name = `${prefix}.header.${header}`.toLowerCase();
  return parameters.entries.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
}

/** Those that the answers of mocked operations give, where the API is defined in OpenAPI. */
function originsInDefinition(api: Resource): readonly Value[] {
  return operationsOf(definitionOf(api))
    .flatMap(({ value }) => value.read(['x-amazon-apigateway-integration', 'responses']).entries)
    .flatMap(([, response]) => originsIn(response.read('responseParameters'), 'method.response'));
}

function originsOf(resource: Resource): readonly Value[] {
  if (resource.is('AWS::ApiGateway::RestApi')) return originsInDefinition(resource);
  if (resource.is('AWS::ApiGatewayV2::Api')) return resource.read('CorsConfiguration.AllowOrigins').items;
  if (resource.is('AWS::ApiGateway::GatewayResponse')) {
    return originsIn(resource.read('ResponseParameters'), 'gatewayresponse');
  }
  return resource
    .read('Integration.IntegrationResponses')
    .items.flatMap((response) => originsIn(response.read('ResponseParameters'), 'method.response'));
}

export default defineRule({
  id: 'apigw-cors-wildcard',
  severity: 'medium',
  title: 'scripts of every website may read the answers of the API',
  why:
    'A page that a user of the app happens to open can call the API from their browser and read the answer. ' +
    'Where the call carries what identifies the user, or reaches into their network, the page acts in their name.',
  serviceDefault:
    'Without CORS settings no other origin may read an answer (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html).',
  fix: 'list the origins of your own sites',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-942'] },
  notes: 'Headers that a function sets itself cannot be seen in a template.',
  appliesTo: [
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGateway::Method',
    'AWS::ApiGateway::GatewayResponse',
    'AWS::ApiGateway::RestApi',
  ],
  check: (resource) => originsOf(resource).map(demandNamed),
});
