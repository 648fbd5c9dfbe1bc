import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';

/** Absent is TLS 1.2. */
function isModern(policy: Value): boolean {
  return policy.isAbsent || policy.is('TLS_1_2') || /^SecurityPolicy_TLS1[23]/.test(String(policy.scalar ?? ''));
}

export default defineRule({
  id: 'apigw-domain-tls',
  severity: 'high',
  title: 'the custom domain takes TLS 1.0',
  why:
    'Somebody on the way between a client and the API can make old clients use TLS 1.0 and its weak ciphers. ' +
    'They then work on reading or changing what is sent, tokens among it.',
  serviceDefault:
    'A domain name without `SecurityPolicy` gets `TLS_1_2`, of every kind of API ' +
    '(https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html#apigateway-security-policies-default).',
  fix: 'remove `SecurityPolicy: TLS_1_0`, or set `TLS_1_2` or one of the `SecurityPolicy_TLS13_…` policies',
  references: {
    owaspServerless: ['S3'],
    csaServerless: ['SAS-3'],
    fsbp: ['APIGateway.11'],
    cwe: ['CWE-326', 'CWE-327'],
  },
  notes:
    'Other tools fail a domain name that says nothing. `TLS_1_2` passes, which APIGateway.11 does not accept: it wants a ' +
    '`SecurityPolicy_…` of 2025 (https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-11).',
  appliesTo: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
  check: (domain) =>
    (domain.is('AWS::ApiGateway::DomainName') ? [domain] : domain.read('DomainNameConfigurations').items).map(
      (holder) => demand(holder.read('SecurityPolicy'), isModern, 'TLS 1.2 or better'),
    ),
});
