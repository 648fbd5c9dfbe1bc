import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { resourcesOf } from '../enforced/second-writer';
import type { EndpointService } from '../facts/endpoint-services';
import { furtherStoreNames, storeNames } from '../facts/store-names';

/** The names by which code calls a service, as the DNS firewall takes them. */
export function namesOf({ name, hosts }: EndpointService, scope: IConstruct): string[] {
  const { region } = Stack.of(scope);
  const more = Object.hasOwn(further, name) ? further[name](region) : [];
  return [...hosts, ...more].map((host) => inRegion(host, region));
}

/** The names of the stores of the app: what each will be called is only known when it is deployed. */
export function namesOfStores(scope: IConstruct): string[] {
  const types = new Set(resourcesOf(Stage.of(scope) ?? scope.node.root).map(({ cfnResourceType }) => cfnResourceType));
  const { region } = Stack.of(scope);
  return [...Object.entries(storeNames), ...Object.entries(furtherStoreNames)]
    .filter(([type]) => types.has(type))
    .map(([, name]) => inRegion(name, region));
}

/**
 * What SDKs call beside the name of the endpoint: buckets without a region in the name, in `us-east-1` and in older SDKs;
 * tables by a name with the account in it.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-s3-us-east.html
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html
 */
const further: Readonly<Record<string, (region: string) => string[]>> = {
  s3: (region) =>
    Token.isUnresolved(region) || region === 'us-east-1' ? ['s3.amazonaws.com', '*.s3.amazonaws.com'] : [],
  dynamodb: () => ['*.ddb.<region>.amazonaws.com'],
};

function inRegion(host: string, region: string): string {
  const name = host.replace(/<region>/g, region);
  return region.startsWith('cn-') ? name.replace(/\.amazonaws\.com$/, '.amazonaws.com.cn') : name;
}
