import * as sqs from '@aws-sdk/client-sqs';

const client = new sqs.SQSClient({});

export async function handler(): Promise<void> {
  await client.send(new sqs.SendMessageBatchCommand({ QueueUrl: 'q', Entries: [] }));
}
