import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

const mappings = [
  { type: 'AWS::ApiGateway::BasePathMapping', property: 'RestApiId' },
  { type: 'AWS::ApiGatewayV2::ApiMapping', property: 'ApiId' },
] as const;

export default defineRule({
  id: 'apigw-default-endpoint',
  severity: 'medium',
  title: 'the API can be called past its custom domain',
  why:
    'The execute-api address takes the same calls without what the domain demands: client certificates, its TLS version, what stands in front of it. ' +
    'Whoever finds out the id of the API goes there.',
  serviceDefault: 'Without `DisableExecuteApiEndpoint` the default endpoint stays on beside a custom domain.',
  fix: 'set `DisableExecuteApiEndpoint: true`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-2', 'SAS-3'], cwe: ['CWE-693'] },
  notes:
    'Only APIs that a custom domain of the app is mapped to. ' +
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  appliesTo: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  check: (api, app) => {
    const hasDomain = mappings.some(({ type, property }) => app.attachedTo(api, type, property).length > 0);
    if (!hasDomain) return pass();
    return demand(api.read('DisableExecuteApiEndpoint'), (disabled) => disabled.isTrue, 'true');
  },
});
