import { arnPieces } from './arn-pieces';
import type { Resource } from '../../../template';

/** What an event source mapping polls; a stream is one of Kinesis or of a table. */
export type EventSource = 'sqs' | 'stream' | 'kafka' | 'mq' | 'documentdb';

const types: Readonly<Record<string, EventSource>> = {
  'AWS::SQS::Queue': 'sqs',
  'AWS::Kinesis::Stream': 'stream',
  'AWS::Kinesis::StreamConsumer': 'stream',
  'AWS::DynamoDB::Table': 'stream',
  'AWS::DynamoDB::GlobalTable': 'stream',
  'AWS::MSK::Cluster': 'kafka',
  'AWS::MSK::ServerlessCluster': 'kafka',
  'AWS::AmazonMQ::Broker': 'mq',
  'AWS::DocDB::DBCluster': 'documentdb',
};

/** By service, as ARNs name it. */
const services: Readonly<Record<string, EventSource>> = {
  sqs: 'sqs',
  kinesis: 'stream',
  dynamodb: 'stream',
  kafka: 'kafka',
  mq: 'mq',
  rds: 'documentdb',
};

export function eventSourceOf(mapping: Resource): EventSource {
  if (!mapping.read('SelfManagedEventSource').isAbsent) return 'kafka';
  if (!mapping.read('DocumentDBEventSourceConfig').isAbsent) return 'documentdb';
  if (!mapping.read('AmazonManagedKafkaEventSourceConfig').isAbsent) return 'kafka';
  const arn = mapping.read('EventSourceArn');
  const ofApp = arn.targets.map((target) => types[target.type]).find((source) => source !== undefined);
  const service = arnPieces(arn.text ?? '')[2] ?? '';
  return ofApp ?? (Object.hasOwn(services, service) ? services[service] : sourceAskedFor(mapping));
}

/**
 * What the properties tell that Lambda requires of each source, where the ARN is not known.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
function sourceAskedFor(mapping: Resource): EventSource {
  if (!mapping.read('Topics').isAbsent) return 'kafka';
  if (!mapping.read('Queues').isAbsent) return 'mq';
  return mapping.read('StartingPosition').isAbsent ? 'sqs' : 'stream';
}
