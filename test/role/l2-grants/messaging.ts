import type { GrantRow } from './row';

const readStream = [
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:ListShards',
];
const ofConsumers =
  '`DescribeStreamConsumer` and `SubscribeToShard` are about consumers and have no effect on a stream, `ListStreams` has none on one: dropped';
const alsoEncrypt = '`kms:Encrypt` stays: the library calls the grant of the key, as a person does who encrypts';

/** Queues, topics, buses and streams. */
export const messaging: readonly GrantRow[] = [
  {
    grants: ['sqs.QueueBase.grantSendMessages', 'sqs.QueueGrants.sendMessages'],
    of: ['queue'],
    gives: {
      queue: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
      key: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    },
    decided: `attributes and URL stay: the documentation of the grant names them, they tell nothing of the messages; ${alsoEncrypt}`,
  },
  {
    grants: ['sqs.QueueBase.grantConsumeMessages', 'sqs.QueueGrants.consumeMessages'],
    of: ['queue'],
    gives: {
      queue: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
      ],
      key: ['kms:Decrypt'],
    },
    decided: 'all of it: the poller of Lambda needs the attributes, a consumer deletes and extends',
  },
  {
    grants: ['sqs.QueueBase.grantPurge', 'sqs.QueueGrants.purge'],
    of: ['queue'],
    gives: { queue: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:PurgeQueue'] },
  },
  {
    grants: ['sqs.QueueBase.grant'],
    of: ['queue'],
    with: ['sqs:SendMessage'],
    gives: { queue: ['sqs:SendMessage'] },
  },
  {
    grants: ['sqs.QueueGrants.actions'],
    of: ['queue'],
    with: [['sqs:SendMessage']],
    gives: { queue: ['sqs:SendMessage'] },
  },
  { grants: ['sqs.QueueBase.grantOnKey'], of: ['queue'], with: ['kms:Decrypt'], gives: { key: ['kms:Decrypt'] } },
  {
    grants: ['sns.TopicBase.grantPublish', 'sns.TopicGrants.publish'],
    of: ['topic'],
    gives: { topic: ['sns:Publish'], key: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  },
  {
    grants: ['sns.TopicBase.grantSubscribe', 'sns.TopicGrants.subscribe'],
    of: ['topic'],
    gives: { topic: ['sns:Subscribe'] },
  },
  {
    grants: ['sns.TopicGrants.actions'],
    of: ['topic'],
    with: [['sns:Publish']],
    gives: { topic: ['sns:Publish'] },
  },
  { grants: ['sns.TopicBase.grantOnKey'], of: ['topic'], with: ['kms:Decrypt'], gives: { key: ['kms:Decrypt'] } },
  { grants: ['events.EventBus.grantPutEventsTo'], of: ['bus'], gives: { bus: ['events:PutEvents'] } },
  {
    grants: ['events.EventBus.grantAllPutEvents'],
    of: ['nothing'],
    refused: /'events:PutEvents' on '\*': use 'grantPutEventsTo' of the bus/,
    decided: 'puts events on every bus of the account, and on those of others that let it in',
  },
  {
    grants: ['events.EventBusGrants.allPutEvents'],
    of: ['bus'],
    refused: /'events:PutEvents' on '\*': use 'grantPutEventsTo' of the bus/,
    decided: 'the same: the library writes `*`, although it knows the bus',
  },
  {
    grants: ['events.EventBusGrants.actions'],
    of: ['bus'],
    with: [['events:PutEvents']],
    gives: { bus: ['events:PutEvents'] },
  },
  {
    grants: ['kinesis.Stream.grantRead'],
    of: ['stream'],
    gives: { stream: readStream, key: ['kms:Decrypt'] },
    decided: ofConsumers,
  },
  {
    grants: ['kinesisfirehose.KinesisStreamSource.grantRead'],
    of: ['stream source'],
    gives: { stream: readStream, key: ['kms:Decrypt'] },
    decided: 'for the role of Firehose, not of a function',
  },
  {
    grants: ['kinesis.Stream.grantWrite'],
    of: ['stream'],
    gives: {
      stream: ['kinesis:ListShards', 'kinesis:PutRecord', 'kinesis:PutRecords'],
      key: ['kms:Encrypt', 'kms:GenerateDataKey'],
    },
    decided: `\`ListShards\` stays: producers that spread records themselves need it; ${alsoEncrypt}`,
  },
  {
    grants: ['kinesis.Stream.grantReadWrite'],
    of: ['stream'],
    gives: {
      stream: [...readStream, 'kinesis:PutRecord', 'kinesis:PutRecords'],
      key: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    },
    decided: `${ofConsumers}; ${alsoEncrypt}`,
  },
  {
    grants: ['kinesis.Stream.grant'],
    of: ['stream'],
    with: ['kinesis:PutRecord'],
    gives: { stream: ['kinesis:PutRecord'] },
  },
  {
    grants: ['kinesis.StreamConsumer.grantRead'],
    of: ['consumer'],
    gives: {
      consumer: ['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'],
      stream: readStream,
      key: ['kms:Decrypt'],
    },
    but: {
      imported: { consumer: ['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'], stream: readStream },
    },
    decided: 'an imported consumer does not know the key of its stream: grant that with `grantDecrypt` of the key',
  },
  {
    grants: ['kinesis.StreamConsumer.grant'],
    of: ['consumer'],
    with: ['kinesis:SubscribeToShard'],
    gives: { consumer: ['kinesis:SubscribeToShard'] },
  },
  {
    grants: ['kinesisfirehose.DeliveryStream.grantPutRecords', 'kinesisfirehose.DeliveryStreamGrants.putRecords'],
    of: ['delivery stream'],
    gives: { delivery: ['firehose:PutRecord', 'firehose:PutRecordBatch'] },
  },
  {
    grants: ['kinesisfirehose.DeliveryStream.grant'],
    of: ['delivery stream'],
    with: ['firehose:PutRecord'],
    gives: { delivery: ['firehose:PutRecord'] },
  },
  {
    grants: ['kinesisfirehose.DeliveryStreamGrants.actions'],
    of: ['delivery stream'],
    with: [['firehose:PutRecord']],
    gives: { delivery: ['firehose:PutRecord'] },
  },
];
