import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, isAnswered, pass, unknown } from '../results';
import type { Result } from '../results';

/** A domain name has a type of its own, whatever those of its APIs are. */
function judgeDomain(domain: Resource): Result {
  const types = domain.read('EndpointConfiguration.Types');
  const unsure = types.items.find((type) => type.isUnknown || isAnswered(type));
  if (unsure) return unknown(unsure);
  const isPrescribed = types.items.length > 0 && types.items.every((type) => type.is('EDGE', 'REGIONAL', 'PRIVATE'));
  return isPrescribed ? pass() : fail(types, { wanted: 'a type that is meant' });
}

export default defineRule({
  id: 'apigw-private-endpoint',
  severity: 'low',
  strict: true,
  title: 'the API can be reached from the internet',
  why:
    'Everybody can try the authorization of the API, and weaknesses in front of it. ' +
    'An API for the inside of a company need not be there.',
  serviceDefault:
    'Without `EndpointConfiguration` a REST API or a domain name is edge-optimized, on the internet (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html).',
  fix: 'set `EndpointConfiguration.Types: [PRIVATE]`, with a policy on the VPC endpoint',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: 'Strict, because most APIs are for the internet. A domain name passes where it says what it is.',
  appliesTo: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::DomainName'],
  check: (api) => {
    if (api.is('AWS::ApiGateway::DomainName')) return judgeDomain(api);
    const types = api.read('EndpointConfiguration.Types');
    if (types.items.some((type) => type.is('PRIVATE'))) return pass();
    const unsure = types.items.find((type) => type.isUnknown || isAnswered(type));
    return unsure ? unknown(unsure) : fail(types, { wanted: '["PRIVATE"]' });
  },
});
