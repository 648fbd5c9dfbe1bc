import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail, unknown } from '../results';
import type { Result } from '../results';

/** Absent is TLS 1.2. */
function isModern(policy: Value): boolean {
  return policy.isAbsent || policy.is('TLS_1_2') || /^SecurityPolicy_TLS1[23]/.test(String(policy.scalar ?? ''));
}

/** Absent is TLS 1.0, unless the API is private. */
function judgeApi(api: Resource): Result {
  const types = api.read('EndpointConfiguration.Types').items;
  const inDefinition = api.read('Body').read(['x-amazon-apigateway-security-policy']);
  const policy = inDefinition.isAbsent ? api.read('SecurityPolicy') : inDefinition;
  const isPrivate = types.length > 0 && types.every((type) => type.is('PRIVATE'));
  if (!policy.isAbsent || isPrivate) return demand(policy, isModern, 'TLS 1.2 or better');
  const source = [...types, api.read('BodyS3Location')].find((it) => it.isUnknown || it.path[1] === 'BodyS3Location');
  if (source && !source.isAbsent) return unknown(source, 'it may say which TLS versions are taken');
  return fail(policy, { wanted: 'TLS 1.2 or better', severity: 'low' });
}

export default defineRule({
  id: 'apigw-domain-tls',
  severity: 'high',
  title: 'the API or its custom domain takes TLS 1.0',
  why:
    'Somebody on the way between a client and the API can make old clients use TLS 1.0 and its weak ciphers. ' +
    'They then work on reading or changing what is sent, tokens among it.',
  serviceDefault:
    'A domain name without `SecurityPolicy` gets `TLS_1_2`, of every kind of API; a REST API without it `TLS_1_0`, unless it is private, also where it is called through a domain ' +
    '(https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html#apigateway-security-policies-default).',
  fix: 'set `SecurityPolicy` of the API and the domain to one of the `SecurityPolicy_TLS13_…` policies, with `EndpointAccessMode`, or use `SecureApi`',
  references: {
    owaspServerless: ['S3'],
    csaServerless: ['SAS-3'],
    fsbp: ['APIGateway.11'],
    cwe: ['CWE-326', 'CWE-327'],
  },
  notes:
    'Low where a REST API says nothing: the property is of November 2025. Other tools fail a domain name that says nothing. `TLS_1_2` passes, which APIGateway.11 does not accept: it wants a ' +
    '`SecurityPolicy_…` of 2025 (https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-11).',
  appliesTo: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName', 'AWS::ApiGateway::RestApi'],
  check: (resource) => {
    if (resource.is('AWS::ApiGateway::RestApi')) return judgeApi(resource);
    const holders = resource.is('AWS::ApiGateway::DomainName')
      ? [resource]
      : resource.read('DomainNameConfigurations').items;
    return holders.map((holder) => demand(holder.read('SecurityPolicy'), isModern, 'TLS 1.2 or better'));
  },
});
