import { arnPieces } from './arn-pieces';
import type { Resource } from '../../../template';

/** What an event source mapping polls. */
export type EventSource = 'sqs' | 'kinesis' | 'dynamodb' | 'kafka' | 'mq' | 'documentdb';

const types: Readonly<Record<string, EventSource>> = {
  'AWS::SQS::Queue': 'sqs',
  'AWS::Kinesis::Stream': 'kinesis',
  'AWS::Kinesis::StreamConsumer': 'kinesis',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
  'AWS::MSK::Cluster': 'kafka',
  'AWS::MSK::ServerlessCluster': 'kafka',
  'AWS::AmazonMQ::Broker': 'mq',
  'AWS::DocDB::DBCluster': 'documentdb',
};

/** By service, as ARNs name it. */
const services: Readonly<Record<string, EventSource>> = {
  sqs: 'sqs',
  kinesis: 'kinesis',
  dynamodb: 'dynamodb',
  kafka: 'kafka',
  mq: 'mq',
  rds: 'documentdb',
};

/** `undefined` where it cannot be told. */
export function eventSourceOf(mapping: Resource): EventSource | undefined {
  if (!mapping.read('SelfManagedEventSource').isAbsent) return 'kafka';
  if (!mapping.read('DocumentDBEventSourceConfig').isAbsent) return 'documentdb';
  if (!mapping.read('AmazonManagedKafkaEventSourceConfig').isAbsent) return 'kafka';
  const arn = mapping.read('EventSourceArn');
  const ofApp = arn.targets.map((target) => types[target.type]).find((source) => source !== undefined);
  const service = arnPieces(arn.text ?? '')[2] ?? '';
  return ofApp ?? (Object.hasOwn(services, service) ? services[service] : undefined);
}
