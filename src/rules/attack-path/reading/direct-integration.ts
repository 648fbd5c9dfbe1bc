import type { Resource, Value } from '../../../template';
import { arnPieces } from '../../function/reading/arn-pieces';

/** What API Gateway calls by itself, as the verb of HTTP that it uses for S3. */
const objectActions: Readonly<Record<string, string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

/** What a path without the name of an action stands for. */
const usualActions: Readonly<Record<string, string>> = {
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  events: 'events:PutEvents',
  lambda: 'lambda:InvokeFunction',
};

/** By the name of the service in `IntegrationSubtype`, as in `SQS-SendMessage`. */
const services: Readonly<Record<string, string>> = {
  EventBridge: 'events',
  SQS: 'sqs',
  AppConfig: 'appconfig',
  Kinesis: 'kinesis',
  StepFunctions: 'states',
};

/**
 * The action that an integration with an AWS service calls: of a method of a REST API, or an integration of an HTTP
 * API. `undefined` where it is none, or it is not known which.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#apigw-Type-Integration-uri
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
export function integratedAction(resource: Resource): string | undefined {
  return resource.is('AWS::ApiGateway::Method')
    ? actionOfUri(resource.read('Integration.Uri'), resource.read('Integration.IntegrationHttpMethod'))
    : actionOfSubtype(resource.read('IntegrationSubtype'));
}

function actionOfUri(uri: Value, verb: Value): string | undefined {
  const pieces = arnPieces(uri.text ?? '');
  const service = pieces[4]?.split('.').at(-1);
  const [kind, ...rest] = pieces.slice(5).join(':').split('/');
  if (pieces[2] !== 'apigateway' || !service) return undefined;
  if (kind === 'action') return `${service}:${rest[0].split('&')[0]}`;
  return service === 's3' ? objectActions[verb.text ?? ''] : usualActions[service];
}

function actionOfSubtype(subtype: Value): string | undefined {
  const [service, action] = subtype.text?.split('-') ?? [];
  return action && Object.hasOwn(services, service) ? `${services[service]}:${action}` : undefined;
}
