import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { apiSecurityPolicies, endpointAccessMode, insecureSecurityPolicies } from './api-defaults';
import type { EnforcedProperty } from '../enforced/enforced';

/**
 * Lets the API itself refuse TLS 1.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
 */
export function hardenTls(
  resource: apigateway.CfnRestApi,
  types: readonly apigateway.EndpointType[] = [apigateway.EndpointType.EDGE],
): void {
  const { edge, regional } = apiSecurityPolicies;
  resource.securityPolicy = types.includes(apigateway.EndpointType.EDGE) ? edge : regional;
  resource.endpointAccessMode = endpointAccessMode;
}

/** What no escape hatch, aspect or mixin takes from the API. */
export const enforcedOnTls: EnforcedProperty = {
  path: 'SecurityPolicy',
  accepts: (got) => got !== undefined && !insecureSecurityPolicies.includes(String(got)),
  rule: 'apigw-domain-tls',
  instead: "keep a policy that starts with 'SecurityPolicy_TLS1'",
};
