import type { Resource, Value } from '../../../template';
import { keyOf } from '../../attack-path/reading/key-of';
import { keyOfBucket } from '../../bucket/reading/default-encryption';

/** What using an encrypted resource takes on its key, of whoever uses it: the service asks the key in their name. */
export interface EncryptedType {
  /** As `kms:ViaService` and the actions say it. */
  readonly service: string;
  readonly keyOf: (resource: Resource) => Resource | undefined;
  readonly uses: readonly EncryptedUse[];
}

interface EncryptedUse {
  /** Each takes the same on the key. */
  readonly actions: readonly string[];
  readonly onKey: readonly string[];
  /** Actions of which one is allowed too where the use takes that much. */
  readonly beside?: readonly string[];
}

const toRead = ['kms:Decrypt'];
const toWrite = ['kms:GenerateDataKey'];
/** Whoever sends to an encrypted queue or topic also decrypts the new data key. */
const toSend = ['kms:GenerateDataKey', 'kms:Decrypt'];

/**
 * S3 decrypts the parts of an upload to put them together; who writes whole objects only encrypts.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#sse-permissions
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 */
const bucket: EncryptedType = {
  service: 's3',
  keyOf: keyOfBucket,
  uses: [
    { actions: ['s3:GetObject', 's3:GetObjectVersion'], onKey: toRead },
    { actions: ['s3:PutObject'], onKey: toWrite },
    {
      actions: ['s3:PutObject'],
      onKey: toRead,
      beside: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
    },
  ],
};

/**
 * DynamoDB decrypts the key of the table in the name of whoever asks, also for writing.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-dynamodb.html
 * @see https://github.com/aws/aws-cdk/issues/10010
 */
function table(keys: (table: Resource) => readonly Value[]): EncryptedType {
  const actions = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];
  return {
    service: 'dynamodb',
    keyOf: (resource) => {
      // A replica in another Region has a key of that Region; which one is asked depends on where the role works.
      const named = keys(resource);
      return named.length === 1 ? keyOf(named[0]) : undefined;
    },
    uses: [{ actions: actions.map((name) => `dynamodb:${name}`), onKey: toRead }],
  };
}

/**
 * By type of resource; a secret has a rule of its own, and CloudFormation makes no parameter of Systems Manager that is
 * encrypted.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#send-to-encrypted-queue
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 */
export const encryptedTypes: Readonly<Record<string, EncryptedType>> = {
  'AWS::S3::Bucket': bucket,
  'AWS::SQS::Queue': {
    service: 'sqs',
    keyOf: (queue) => keyOf(queue.read('KmsMasterKeyId')),
    uses: [
      { actions: ['sqs:SendMessage'], onKey: toSend },
      { actions: ['sqs:ReceiveMessage'], onKey: toRead },
    ],
  },
  'AWS::SNS::Topic': {
    service: 'sns',
    keyOf: (topic) => keyOf(topic.read('KmsMasterKeyId')),
    uses: [{ actions: ['sns:Publish'], onKey: toSend }],
  },
  'AWS::Kinesis::Stream': {
    service: 'kinesis',
    keyOf: (stream) => keyOf(stream.read('StreamEncryption.KeyId')),
    uses: [
      { actions: ['kinesis:PutRecord', 'kinesis:PutRecords'], onKey: toWrite },
      { actions: ['kinesis:GetRecords', 'kinesis:SubscribeToShard'], onKey: toRead },
    ],
  },
  'AWS::DynamoDB::Table': table((it) => [it.read('SSESpecification.KMSMasterKeyId')]),
  'AWS::DynamoDB::GlobalTable': table((it) =>
    it.read('Replicas').items.map((replica) => replica.read('SSESpecification.KMSMasterKeyId')),
  ),
};
