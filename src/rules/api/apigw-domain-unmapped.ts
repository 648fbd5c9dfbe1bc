import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** What leads from a domain to an API: https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html. */
const leadsOn: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::BasePathMappingV2',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::RoutingRule',
]);

export default defineRule({
  id: 'apigw-domain-unmapped',
  severity: 'low',
  strict: true,
  title: 'the custom domain leads to no API',
  why:
    'The name, its certificate and its DNS record stay while nobody watches what answers there: whoever may add a mapping ' +
    'in this account speaks under a name that users trust.',
  serviceDefault:
    'A domain without a mapping answers 403 (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html).',
  fix: 'map the domain to a stage (`BasePathMapping`, `ApiMapping`), or remove it with its DNS record',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'] },
  notes: 'Strict, because an app may make the domain and others map their APIs to it.',
  appliesTo: ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2', 'AWS::ApiGatewayV2::DomainName'],
  check: (domain, app) =>
    app.references(domain).incoming.some(({ type, exists }) => exists && leadsOn.has(type))
      ? pass()
      : fail(domain, { got: 'a domain without a mapping', wanted: 'a mapping to a stage' }),
});
