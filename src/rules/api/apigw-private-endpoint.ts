import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'apigw-private-endpoint',
  severity: 'low',
  strict: true,
  title: 'the API can be reached from the internet',
  why:
    'Everybody can try the authorization of the API, and weaknesses in front of it. ' +
    'An API for the inside of a company need not be there.',
  serviceDefault:
    'Without `EndpointConfiguration` a REST API is edge-optimized, on the internet (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html).',
  fix: 'set `EndpointConfiguration.Types: [PRIVATE]`, with a policy on the VPC endpoint',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: 'Strict, because most APIs are for the internet.',
  appliesTo: 'AWS::ApiGateway::RestApi',
  check: (api) => {
    const types = api.read('EndpointConfiguration.Types');
    if (types.items.some((type) => type.is('PRIVATE'))) return pass();
    const unsure = types.items.find((type) => type.isUnknown);
    return unsure ? unknown(unsure) : fail(types, { wanted: '["PRIVATE"]' });
  },
});
