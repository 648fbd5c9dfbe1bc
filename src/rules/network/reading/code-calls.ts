import { endpointServicesFor, endpointServicesOf } from '../../../facts/endpoint-services';
import type { EndpointService } from '../../../facts/endpoint-services';
import { isAlwaysCalledByLambda, lambdaServiceCalls } from '../../../facts/lambda-service-calls';
import { findManagedPolicy } from '../../../facts/managed-policies';
import { placedStatements } from '../../../iam/placed-statements';
import type { Application, Resource } from '../../../template';
import { namesOf } from '../../function/reading/function-behind';

/** A service that the code of a function was granted to call. */
export interface CodeCall {
  /** As it is written: `secretsmanager:GetSecretValue`, `s3:Get*`. */
  readonly action: string;
  /** The endpoint services that reach it, of which one is enough; none where none is known. */
  readonly services: readonly EndpointService[];
}

/**
 * The services that the code of a function calls, as far as its role tells, each once. Without what Lambda itself calls
 * with the role, what never is a call, and keys that other services use for whoever calls them.
 */
export function callsOfCode(fn: Resource, app: Application): readonly CodeCall[] {
  const role = fn.read('Role').target;
  if (!role?.is('AWS::IAM::Role')) return [];
  const served = servedByLambda(fn, app);
  const calls = new Map<string, CodeCall>();
  for (const { document, arn } of app.policiesOf(role)) {
    for (const action of arn ? actionsOfManaged(arn.text) : []) note(action, calls);
    for (const { statement, at } of document ? placedStatements(document).statements : []) {
      if (statement.effect !== 'Allow') continue;
      const targets = at.read('Resource').targets;
      const actions = at.read('Action').items.flatMap(({ text }) => text ?? []);
      const isServed = targets.length > 0 && targets.every((target) => served.has(target));
      // The CDK grants an event source more than Lambda uses, such as `sqs:GetQueueUrl`.
      if (isServed && actions.some((action) => whenServed.has(action.toLowerCase()))) continue;
      for (const action of actions) note(action, calls);
    }
  }
  const found = [...calls.values()];
  // S3, DynamoDB and others call KMS themselves for whoever may use the key.
  return found.some(({ action }) => !isOfKms(action)) ? found.filter(({ action }) => !isOfKms(action)) : found;
}

function isOfKms(action: string): boolean {
  return action.toLowerCase().startsWith('kms:');
}

/** Execution policies of Lambda, for its logs, traces, network interfaces, event sources and mounted file systems. */
const ofLambda =
  /\/(?:service-role\/AWSLambda\w*|AWSXRay\w*|AWSLambdaExecute|CloudWatchLambdaInsights\w*|AmazonElasticFileSystemClient\w*)$/;

function actionsOfManaged(arn = ''): readonly string[] {
  if (ofLambda.test(arn)) return [];
  const actions = findManagedPolicy(arn)?.statements.flatMap((statement) => statement.actions) ?? [];
  // One on several services does not tell which of them the code calls.
  return new Set(actions.map((action) => action.split(':')[0])).size === 1 ? actions : [];
}

const whenServed = new Set(
  lambdaServiceCalls
    .filter(({ what }) => what === 'event source' || what === 'failure destination' || what === 'environment')
    .flatMap(({ actions }) => actions.map((action) => action.toLowerCase())),
);

/** What Lambda itself polls, or sends to, for a function, and the key of its environment. */
function servedByLambda(fn: Resource, app: Application): ReadonlySet<Resource> {
  const places = [
    fn.read('DeadLetterConfig.TargetArn'),
    fn.read('KmsKeyArn'),
    ...app
      .attachedTo(fn, 'AWS::Lambda::EventInvokeConfig', 'FunctionName')
      .flatMap((config) => [
        config.read('DestinationConfig.OnFailure.Destination'),
        config.read('DestinationConfig.OnSuccess.Destination'),
      ]),
    ...namesOf(fn, app)
      .flatMap((name) => app.attachedTo(name, 'AWS::Lambda::EventSourceMapping', 'FunctionName'))
      .flatMap((mapping) => [mapping.read('EventSourceArn'), mapping.read('DestinationConfig.OnFailure.Destination')]),
  ];
  return new Set(places.flatMap(({ targets }) => targets));
}

/**
 * What is asked of the role, and no call to an endpoint: a role that is passed on, and a file system that is mounted in
 * the network.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
const noCall = /^(?:iam:PassRole|elasticfilesystem:Client(?:Mount|Write|RootAccess|\*))$/i;

function note(action: string, calls: Map<string, CodeCall>): void {
  const [prefix, name = ''] = action.split(':');
  if (isAlwaysCalledByLambda(action) || prefix.includes('*') || noCall.test(action)) return;
  const services = /[*?]/.test(name) ? endpointServicesOf(prefix) : endpointServicesFor(action);
  if (services === undefined) return;
  const key = services.map((service) => service.name).join() || prefix;
  if (!calls.has(key)) calls.set(key, { action, services });
}
