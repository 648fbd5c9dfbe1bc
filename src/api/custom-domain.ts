import { Token } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { insecureSecurityPolicies, securityPolicy } from './api-defaults';
import { membersOf } from './api-members';
import type { EnforcedProperty } from '../enforced/enforced';
import type { Refusals } from '../refusals/refusals';

const rest = 'AWS::ApiGateway::BasePathMapping';
const http = 'AWS::ApiGatewayV2::ApiMapping';

/** Refuses a domain that still speaks TLS 1.0. */
export function refuseDomain(refusals: Refusals, prop: string, domain: apigateway.DomainNameOptions | undefined): void {
  const got = domain?.securityPolicy;
  refusals.addIf(
    got !== undefined && !Token.isUnresolved(got) && insecureSecurityPolicies.includes(got),
    `'securityPolicy: ${got}' of '${prop}' accepts TLS 1.0`,
    "remove it, or use 'SecurityPolicy.TLS_1_2'",
  );
}

export function withTls(domain: apigateway.DomainNameOptions): apigateway.DomainNameOptions {
  return { ...domain, securityPolicy: domain.securityPolicy ?? securityPolicy };
}

/** Whether the API is reached through a domain of its own, made by it or beside it. */
export function hasDomain(api: apigateway.RestApi): boolean {
  return api.domainName !== undefined || membersOf(api, rest).length > 0 || membersOf(api, http, 'ApiId').length > 0;
}

/** What no escape hatch, aspect or mixin takes from a domain. */
export const enforcedOnDomain: readonly EnforcedProperty[] = [
  {
    path: 'SecurityPolicy',
    accepts: (got) => got !== undefined && !insecureSecurityPolicies.includes(String(got)),
    rule: 'apigw-domain-tls',
    instead: "keep 'TLS_1_2' or newer",
  },
];

/** The default endpoint would let everybody past the domain, and whatever was put before it. */
export function enforcedOnEndpoint(api: apigateway.RestApi): EnforcedProperty {
  return {
    path: 'DisableExecuteApiEndpoint',
    accepts: (got) => got === true || !hasDomain(api),
    rule: 'apigw-default-endpoint',
    instead: "remove 'disableExecuteApiEndpoint: false', the API has a domain of its own",
  };
}
