import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { EndpointService } from '../facts/endpoint-services';

/** The names by which code calls a service, as the DNS firewall takes them. */
export function namesOf({ name, hosts }: EndpointService, scope: IConstruct): string[] {
  const { region } = Stack.of(scope);
  return [...hosts, ...(name === 's3' ? globalNames(region) : [])].map((host) => host.replace(/<region>/g, region));
}

/**
 * SDKs that are older, and some of today in `us-east-1`, call buckets there without a region in the name.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-s3-us-east.html
 */
function globalNames(region: string): string[] {
  return Token.isUnresolved(region) || region === 'us-east-1' ? ['s3.amazonaws.com', '*.s3.amazonaws.com'] : [];
}
