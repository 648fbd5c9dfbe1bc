import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';
import type { Result } from '../results';

function isModern(policy: Value): boolean {
  return policy.is('TLS_1_2') || /^SecurityPolicy_TLS1[23]/.test(String(policy.scalar ?? ''));
}

function judge(domain: Resource): Result | readonly Result[] {
  if (domain.is('AWS::ApiGateway::DomainName')) {
    return demand(domain.read('SecurityPolicy'), isModern, 'TLS 1.2 or better');
  }
  return domain
    .read('DomainNameConfigurations')
    .items.map((configuration) =>
      demand(
        configuration.read('SecurityPolicy'),
        (policy) => policy.isAbsent || isModern(policy),
        'TLS 1.2 or better',
      ),
    );
}

export default defineRule({
  id: 'apigw-domain-tls',
  severity: 'high',
  title: 'the custom domain takes TLS 1.0',
  why:
    'Somebody on the way between a client and the API can make old clients use TLS 1.0 and its weak ciphers. ' +
    'They then work on reading or changing what is sent, tokens among it.',
  serviceDefault:
    'A domain name of REST APIs without `SecurityPolicy` takes TLS 1.0 too; one of HTTP and WebSocket APIs knows TLS 1.2 only.',
  fix: 'set `SecurityPolicy: TLS_1_2`, or one of the `SecurityPolicy_TLS13_…` policies',
  references: {
    owaspServerless: ['S3'],
    csaServerless: ['SAS-3'],
    fsbp: ['APIGateway.11'],
    cwe: ['CWE-326', 'CWE-327'],
  },
  notes: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  appliesTo: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
  check: judge,
});
