import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demandChoice, fail } from '../results';
import type { Result } from '../results';

/** Without a type an API and a domain are edge-optimized. */
function isEdge(resource: Resource): boolean {
  const types = resource.read('EndpointConfiguration.Types').items;
  return types.length === 0 || types.some((type) => type.is('EDGE'));
}

function judgePolicy(resource: Resource): readonly Result[] {
  const policy = resource.read('SecurityPolicy');
  if (policy.text?.startsWith('SecurityPolicy_') !== true) return [];
  const types = resource.read('EndpointConfiguration.Types');
  const mode = demandChoice(resource, 'EndpointAccessMode', 'BASIC or STRICT');
  if ([types, ...types.items].some((type) => type.isUnknown)) return [mode];
  const fits = policy.text.endsWith('_EDGE') === isEdge(resource);
  return [mode, ...(fits ? [] : [fail(policy, { wanted: 'a policy for this type of endpoint' })])];
}

function judgeCertificate(domain: Resource): readonly Result[] {
  if (domain.read('EndpointConfiguration.Types').items.some((type) => !type.is('EDGE', 'REGIONAL'))) return [];
  return [demandChoice(domain, isEdge(domain) ? 'CertificateArn' : 'RegionalCertificateArn', 'a certificate')];
}

export default defineRule({
  id: 'apigw-tls-incomplete',
  severity: 'low',
  title: 'the API or domain has TLS settings that API Gateway refuses',
  why: 'The deployment fails, and the API keeps taking the old versions of TLS that somebody wanted to end. What is repaired in a hurry is repaired by taking the policy out.',
  serviceDefault:
    'With a `SecurityPolicy_…` the endpoint access mode has to be set, and those that end in `_EDGE` are for edge-optimized endpoints only (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html).',
  fix: 'set `EndpointAccessMode`, a `SecurityPolicy` for the type of the endpoint, and for a domain its certificate, or use `SecureApi`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  notes: 'Which versions of TLS are taken is the matter of `apigw-domain-tls`.',
  appliesTo: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::DomainName'],
  check: (resource) => [
    ...judgePolicy(resource),
    ...(resource.is('AWS::ApiGateway::DomainName') ? judgeCertificate(resource) : []),
  ],
});
