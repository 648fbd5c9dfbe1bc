import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { definitionOf, operationsOf } from './reading/open-api';

interface Integration {
  readonly type: Value;
  readonly connection: Value;
  readonly uri: Value;
}

function integrationsOf(resource: Resource): readonly Integration[] {
  if (resource.is('AWS::ApiGatewayV2::Integration')) {
    return [read(resource.read('IntegrationType'), resource.read('ConnectionType'), resource.read('IntegrationUri'))];
  }
  if (resource.is('AWS::ApiGateway::Method')) {
    const integration = resource.read('Integration');
    return [read(integration.read('Type'), integration.read('ConnectionType'), integration.read('Uri'))];
  }
  return operationsOf(definitionOf(resource))
    .map(({ value }) => value.read(['x-amazon-apigateway-integration']))
    .map((integration) => read(integration.read('type'), integration.read('connectionType'), integration.read('uri')));
}

function read(type: Value, connection: Value, uri: Value): Integration {
  return { type, connection, uri };
}

function judge({ type, connection, uri }: Integration): Result {
  if (!/^http(_proxy)?$/i.test(type.text ?? '') || connection.is('VPC_LINK')) return pass();
  const text = uri.text ?? '';
  if (/^http:/i.test(text)) return fail(uri, { wanted: 'an https:// address' });
  return uri.isUnknown && !/^https:/i.test(text) ? unknown(uri) : pass();
}

export default defineRule({
  id: 'apigw-integration-http',
  severity: 'medium',
  title: 'the API passes calls on over plain HTTP',
  why: 'What callers sent over TLS, tokens among it, goes on through the internet in plain text. Whoever is on that way reads it, and answers in place of the backend.',
  serviceDefault:
    'API Gateway calls the address of an integration as it is written (https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html).',
  fix: 'use an `https://` address',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-319'] },
  notes:
    'What goes through a VPC link stays in the network of AWS; for HTTP APIs it is the matter of `apigwv2-integration-tls`.',
  appliesTo: [
    'AWS::ApiGateway::Method',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Integration',
    'AWS::ApiGatewayV2::Api',
  ],
  check: (resource) => integrationsOf(resource).map(judge),
});
