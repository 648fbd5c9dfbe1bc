import {
  endpointServiceTable,
  fullNames,
  privateDnsNames,
  servicesOfActions,
  withoutEndpointService,
} from './endpoint-services.generated';

/** A service of AWS that a VPC endpoint reaches. */
export interface EndpointService {
  /** What follows the region, for example `ecr.api`: as `InterfaceVpcEndpointAwsService` takes it. */
  readonly name: string;
  /** Gateways cost nothing, and are routes; interfaces are addresses in subnets, and are paid by the hour and zone. */
  readonly type: 'Gateway' | 'Interface';
  /** With `<region>`, for example `com.amazonaws.<region>.ecr.api`; `cn.com.amazonaws.…` for some in China. */
  readonly serviceName: string;
  /**
   * Whether the endpoint takes a policy; `undefined` where AWS tells it through `DescribeVpcEndpointServices` only.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html#vpce-view-policy-support
   */
  readonly takesPolicy: boolean | undefined;
  /**
   * The one region in which the endpoint can be made, for services whose API is in one place; `undefined` where each
   * region has its own. A VPC elsewhere names it as `ServiceRegion`.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam_vpc_endpoint_create.html
   */
  readonly onlyInRegion: string | undefined;
  /** The names by which code calls it, with `<region>` and `*`; those that private DNS answers for an interface, where it has any. */
  readonly hosts: readonly string[];
}

interface ServicesOfAPrefix {
  readonly all: readonly EndpointService[];
  /** By action in lower case. */
  readonly ofActions: ReadonlyMap<string, readonly EndpointService[]>;
  readonly others: readonly EndpointService[];
}

/**
 * The endpoint services of the actions with a prefix: two for `s3`, a gateway and an interface.
 *
 * Empty where neither AWS's list nor the CDK names one: such a service is called over the internet only. `undefined`
 * where that cannot be told: no prefix of AWS, or a service that has private ways of its own (OpenSearch, databases).
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export function endpointServicesOf(iamPrefix: string): readonly EndpointService[] | undefined {
  const prefix = iamPrefix.toLowerCase();
  return table().get(prefix)?.all ?? (without().has(prefix) ? [] : undefined);
}

/**
 * The endpoint services that a call of the action goes over, of which one is enough: `sync-states` for
 * `states:StartSyncExecution`. Empty and `undefined` as for `endpointServicesOf`.
 */
export function endpointServicesFor(action: string): readonly EndpointService[] | undefined {
  const [prefix, name = ''] = action.toLowerCase().split(':');
  const services = table().get(prefix);
  if (!services) return endpointServicesOf(prefix);
  return services.ofActions.get(name) ?? services.others;
}

/** The endpoint service of a `ServiceName` of a template, with whatever it says for region and partition. */
export function findEndpointService(
  serviceName: string,
  type: EndpointService['type'] = 'Interface',
): EndpointService | undefined {
  const name = endpointServiceName(serviceName);
  byName ??= new Map([...table().values()].flatMap(({ all }) => all.map((one) => [`${one.type} ${one.name}`, one])));
  return byName.get(`${type} ${name}`);
}

let byName: ReadonlyMap<string, EndpointService> | undefined;

/** `sqs` of `com.amazonaws.eu-central-1.sqs`, of `cn.com.amazonaws.${AWS::Region}.sqs`; `undefined` for a service of others. */
export function endpointServiceName(serviceName: string): string | undefined {
  const full = Object.keys(fullNames).find((name) => fullNames[name] === serviceName);
  if (full !== undefined) return full;
  const [, name] = ofAws.exec(serviceName) ?? [];
  return name === undefined || name.startsWith('vpce-svc-') ? undefined : name;
}

/** Some services in China, and all in isolated regions and the European sovereign cloud, turn the domain of AWS round. */
const ofAws =
  /^(?:(?:cn\.)?com\.amazonaws|eu\.amazonaws|gov\.ic\.c2s|gov\.sgov\.sc2s|gov\.ic\.hci\.csp|uk\.adc-e\.cloud|aws\.api|api\.aws|aws\.sagemaker)\.(?:\$\{[^}]+\}|[a-z]{2,4}-[a-z-]+-\d)\.([a-z0-9._-]+?)(?:\.cn)?$/;

function table(): ReadonlyMap<string, ServicesOfAPrefix> {
  decoded ??= new Map(
    endpointServiceTable
      .trim()
      .split('\n')
      .map((line) => {
        const [prefix, ...entries] = line.split(' ');
        return [prefix, servicesOf(prefix, entries)];
      }),
  );
  return decoded;
}

let decoded: ReadonlyMap<string, ServicesOfAPrefix> | undefined;

function without(): ReadonlySet<string> {
  none ??= new Set(withoutEndpointService.trim().split(' '));
  return none;
}

let none: ReadonlySet<string> | undefined;

function servicesOf(prefix: string, entries: readonly string[]): ServicesOfAPrefix {
  const all = entries.map((entry) => decode(prefix, entry));
  const ofActions = new Map<string, readonly EndpointService[]>();
  let others: readonly EndpointService[] | undefined;
  const named = new Set<string>();
  for (const line of servicesOfActions.trim().split('\n')) {
    const [actions, ...names] = line.split(' ');
    if (!actions.startsWith(`${prefix}:`)) continue;
    const services = all.filter(({ name }) => names.includes(name));
    for (const action of actions.slice(prefix.length + 1).split(',')) {
      if (action === '*') others = services;
      else ofActions.set(action.toLowerCase(), services);
    }
    for (const name of names) named.add(name);
  }
  return { all, ofActions, others: others ?? all.filter(({ name }) => !named.has(name)) };
}

/** `aws.api.us-east-2.…`, and `com.amazonaws.iam`, whose control planes are in us-east-1. */
const ofOneRegion = /\.([a-z]{2}-[a-z]+-\d)\./;
const globalName = /^com\.amazonaws\.[a-z0-9]+$/;

function decode(prefix: string, entry: string): EndpointService {
  const [, gateway, shortName, flag] = /^(@?)([^+-]|[^+].*?[^+-]|=)([+-]?)$/.exec(entry)!;
  const name = shortName === '=' ? prefix : shortName;
  const serviceName = (!gateway && fullNames[name]) || `com.amazonaws.<region>.${name}`;
  return {
    name,
    type: gateway ? 'Gateway' : 'Interface',
    serviceName,
    onlyInRegion: ofOneRegion.exec(serviceName)?.[1] ?? (globalName.test(serviceName) ? 'us-east-1' : undefined),
    takesPolicy: flag === '' ? undefined : flag === '+',
    hosts: (privateDnsNames[name] ?? `${name.split('.').reverse().join('.')}.<region>.amazonaws.com`)
      .split(' ')
      .filter(Boolean),
  };
}
