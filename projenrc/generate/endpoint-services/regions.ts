import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Listed {
  readonly sources: readonly string[];
  readonly regions: readonly string[];
  /** By name, a digit for each region: whether it is there. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly services: Readonly<Record<string, string>>;
  readonly namespaces: Readonly<Record<string, string>>;
}

/** What `read-regions.py` found. */
const listed = JSON.parse(readFileSync(join(__dirname, 'listed-regions.json'), 'utf8')) as Listed;

export const { sources, regions } = listed;

/** An endpoint service, and what else there is of its API. */
export interface ServiceToPlace {
  readonly name: string;
  readonly prefix: string;
  readonly hosts: readonly string[];
  /** The hosts of all endpoint services with the same prefix. */
  readonly kin: readonly string[];
}

/** Where an endpoint service is not, because nothing of its API is. */
export interface Missing {
  readonly regions: readonly string[];
  /** Whether the registry of CloudFormation knows resources of the service elsewhere, and none there. */
  readonly isSure: boolean;
}

/** Namespaces of CloudFormation that are not the prefix of the actions. */
const namespaces: Readonly<Record<string, string>> = {
  airflow: 'MWAA',
  'cognito-identity': 'Cognito',
  'cognito-idp': 'Cognito',
  geo: 'Location',
  inspector2: 'InspectorV2',
  kafka: 'MSK',
  macie2: 'Macie',
  'medical-imaging': 'HealthImaging',
  mobiletargeting: 'Pinpoint',
  mq: 'AmazonMQ',
  profile: 'CustomerProfiles',
  iotdeviceadvisor: 'IoTCoreDeviceAdvisor',
  schemas: 'EventSchemas',
  'ssm-sap': 'SystemsManagerSAP',
  thinclient: 'WorkSpacesThinClient',
};

const byLowerCase = new Map(Object.keys(listed.namespaces).map((name) => [name.toLowerCase(), name]));

/** The regions in which no list of AWS has anything of the API of the service; none where none has it anywhere. */
export function missingFrom({ name, prefix, hosts, kin }: ServiceToPlace): Missing {
  const own = [...hosts.flatMap(whereHost), ...named(name)];
  const api = own.length > 0 ? own : [...kin.flatMap(whereHost), ...hostsOf(prefix), ...named(prefix)];
  if (api.length === 0) return { regions: [], isSure: false };
  const namespace = namespaces[prefix] ?? byLowerCase.get(prefix.replace(/-/g, ''));
  const inCloudFormation = namespace === undefined ? undefined : listed.namespaces[namespace];
  const found = [...api, ...(inCloudFormation === undefined ? [] : [inCloudFormation])];
  return {
    regions: regions.filter((_, at) => found.every((digits) => digits[at] === '0')),
    isSure: inCloudFormation !== undefined,
  };
}

function hostsOf(prefix: string): readonly string[] {
  return [`${prefix}.<region>.amazonaws.com`, `api.${prefix}.<region>.amazonaws.com`].flatMap(whereHost);
}

/** Newer APIs have a domain of their own, which answers over IPv6 too. */
function whereHost(host: string): readonly string[] {
  return [host, host.replace(/\.amazonaws\.com$/, '.api.aws')].flatMap((one) => listed.hosts[one] ?? []);
}

function named(service: string): readonly string[] {
  return [listed.services[service] ?? []].flat();
}
