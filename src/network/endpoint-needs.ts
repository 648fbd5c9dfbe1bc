import type { NetworkFunction, ServedAs } from './network-function';
import { servedByLambda } from './network-function';
import type { WrittenGrant } from './written-grants';
import { writtenGrants } from './written-grants';
import type { EndpointService } from '../facts/endpoint-services';
import { endpointServicesFor } from '../facts/endpoint-services';
import { isAlwaysCalledByLambda, lambdaServiceCalls } from '../facts/lambda-service-calls';

/** What the code of a function calls, and how it gets there. */
export interface EndpointNeed {
  /** An action that is granted, for the message: `secretsmanager:GetSecretValue`. */
  readonly action: string;
  /** The endpoint; `undefined` where the service has none. */
  readonly service: EndpointService | undefined;
}

/** The endpoints that a function's code needs for what it was granted, each once. */
export function endpointNeeds(member: NetworkFunction): EndpointNeed[] {
  const allowed = writtenGrants(member.role);
  const arns = servedByLambda(member);
  const needs = new Map<string, EndpointNeed>();
  for (const statement of allowed) {
    for (const action of statement.actions) {
      if (isCalledByLambda(action, statement, arns) || isCalledByService(action, statement, allowed)) continue;
      const services = endpointServicesFor(action);
      // A prefix that is none of AWS's, or that names a way into the VPC itself: a database, a file system.
      if (services === undefined) continue;
      const service = services.find(({ type }) => type === 'Gateway') ?? services[0];
      const key = service ? `${service.type} ${service.name}` : action.split(':')[0];
      if (!needs.has(key)) needs.set(key, { action, service });
    }
  }
  return [...needs.values()];
}

/** What the grants of the CDK add to what Lambda calls. */
const alongside = [
  'sqs:getqueueurl',
  'sqs:getqueueattributes',
  'dynamodb:liststreams',
  'kinesis:liststreams',
  'kinesis:describestreamconsumer',
];

function actionsAs(kind: ServedAs): ReadonlySet<string> {
  const calls = lambdaServiceCalls.filter(({ what }) => what === kind).flatMap(({ actions }) => actions);
  return new Set([...calls.map((action) => action.toLowerCase()), ...alongside]);
}

const served: Readonly<Record<ServedAs, ReadonlySet<string>>> = {
  'event source': actionsAs('event source'),
  'failure destination': actionsAs('failure destination'),
  logs: actionsAs('logs'),
};

function isCalledByLambda(
  action: string,
  { resources, conditions }: WrittenGrant,
  arns: ReadonlyMap<string, ServedAs>,
): boolean {
  // Reading the environment is denied to the calls of the code.
  if (conditions.includes('lambda:SourceFunctionArn')) return true;
  const name = action.toLowerCase();
  if (isAlwaysCalledByLambda(action) && !name.startsWith('logs:')) return true;
  return resources.every((arn) => {
    // Listing, of which the grant on one stream is a part, is about all of them.
    if (arn === '*') return name.endsWith(':liststreams') && [...arns.values()].includes('event source');
    const as = arns.get(JSON.stringify(arn));
    return as !== undefined && served[as].has(name);
  });
}

/** What S3, DynamoDB, SQS and others ask of KMS for a caller who reads and writes what they encrypt. */
const asked = new Set(
  ['Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo', 'DescribeKey', 'CreateGrant'].map(
    (name) => `kms:${name.toLowerCase()}`,
  ),
);

/**
 * Whether a service that encrypts calls KMS with the right of the function: the code itself does not.
 *
 * A grant on what is encrypted brings one on its key, which looks like one for code that encrypts by itself. Where the
 * function may call such a service, the key is taken to be for that one; code that calls KMS as well says so with
 * `IsolatedNetwork.connect`.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function isCalledByService(action: string, statement: WrittenGrant, all: readonly WrittenGrant[]): boolean {
  if (!action.toLowerCase().startsWith('kms:')) return false;
  if (statement.conditions.includes('kms:ViaService')) return true;
  if (!asked.has(action.toLowerCase().replace('*', ''))) return false;
  return all.some(({ actions }) => actions.some((other) => encrypting.has(other.split(':')[0].toLowerCase())));
}

/** By prefix of IAM actions: those that encrypt with keys of the customer, and call KMS for their callers. */
const encrypting = new Set([
  's3',
  'dynamodb',
  'sqs',
  'sns',
  'secretsmanager',
  'ssm',
  'kinesis',
  'cassandra',
  'athena',
  'elasticfilesystem',
]);
