import type { Application, Resource, Value } from '../../../template';
import { policiesOfBucket } from '../../bucket/reading/bucket-policies';
import { policiesOfQueue } from '../../queue/reading/queue-policies';

/** A store that a key encrypts, with who may read it. */
export interface EncryptedStore {
  readonly resource: Resource;
  readonly policies: readonly Value[];
  /** What gets data out of it. */
  readonly reading: readonly string[];
}

interface StoreType {
  readonly type: string;
  /** The property that names the key. */
  readonly key: string;
  readonly reading: readonly string[];
  readonly policies: (store: Resource, app: Application) => readonly Value[];
}

const types: readonly StoreType[] = [
  { type: 'AWS::S3::Bucket', key: 'BucketEncryption', reading: ['s3:GetObject'], policies: policiesOfBucket },
  { type: 'AWS::SQS::Queue', key: 'KmsMasterKeyId', reading: ['sqs:ReceiveMessage'], policies: policiesOfQueue },
  {
    type: 'AWS::SecretsManager::Secret',
    key: 'KmsKeyId',
    reading: ['secretsmanager:GetSecretValue'],
    policies: (secret, app) =>
      app
        .attachedTo(secret, 'AWS::SecretsManager::ResourcePolicy', 'SecretId')
        .map((policy) => policy.read('ResourcePolicy')),
  },
  {
    type: 'AWS::DynamoDB::Table',
    key: 'SSESpecification.KMSMasterKeyId',
    reading: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan'],
    policies: (table) => [table.read('ResourcePolicy.PolicyDocument')],
  },
  {
    type: 'AWS::Kinesis::Stream',
    key: 'StreamEncryption.KeyId',
    reading: ['kinesis:GetRecords', 'kinesis:SubscribeToShard'],
    policies: (stream, app) =>
      app
        .attachedTo(stream, 'AWS::Kinesis::ResourcePolicy', 'ResourceArn')
        .map((policy) => policy.read('ResourcePolicy')),
  },
];

/** The stores that a key encrypts, by itself or by its alias. */
export function storesEncryptedWith(key: Resource, app: Application): readonly EncryptedStore[] {
  const names = [key, ...app.attachedTo(key, 'AWS::KMS::Alias', 'TargetKeyId')];
  return types.flatMap(({ type, key: property, reading, policies }) =>
    names
      .flatMap((name) => app.attachedTo(name, type, property))
      .map((resource) => ({ resource, policies: policies(resource, app), reading })),
  );
}
