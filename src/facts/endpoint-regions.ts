import { listedRegions, missingServices } from './endpoint-regions.generated';

/** When the newest of the lists was made. What AWS has brought to a region since is not in them. */
export const endpointRegionsAsOf = '2026-10-01';

/**
 * What AWS's lists of services by region say against an endpoint service, which is only where its API is.
 *
 * `absent`: neither the endpoints that AWS publishes for its SDKs, nor its public parameters in Systems Manager, nor the
 * registry of CloudFormation have anything of the service in the region. `unlisted`: the former two do not, and the
 * third knows nothing of the service anywhere; the Data API of Aurora is in regions where neither lists it.
 *
 * `undefined` where nothing speaks against it. Whether AWS made the endpoint there, only it can tell, with
 * `aws ec2 describe-vpc-endpoint-services`: a deployment that names one that is not there fails.
 *
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/endpoints.json
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-global-infrastructure.html
 * @see https://github.com/aws-cloudformation/cfn-lint/tree/main/src/cfnlint/data/schemas/providers
 */
export function missingIn(region: string, service: string): 'absent' | 'unlisted' | undefined {
  return table().get(service)?.get(region);
}

type Missing = 'absent' | 'unlisted';

function table(): ReadonlyMap<string, ReadonlyMap<string, Missing>> {
  decoded ??= new Map(missingServices.trim().split('\n').flatMap(decode));
  return decoded;
}

let decoded: ReadonlyMap<string, ReadonlyMap<string, Missing>> | undefined;

function decode(line: string): [string, ReadonlyMap<string, Missing>][] {
  const [packed, ...services] = line.split(' ');
  const regions = listedRegions.trim().split(' ');
  const digits = parseInt(packed.slice(1), 36).toString(2).padStart(regions.length, '0');
  const missing: Missing = packed.startsWith('!') ? 'absent' : 'unlisted';
  const there = new Map(regions.filter((_, at) => digits[at] === '1').map((region) => [region, missing]));
  return services.map((service) => [service, there]);
}
