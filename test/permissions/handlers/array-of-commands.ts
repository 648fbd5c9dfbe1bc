import { DeleteMessageCommand, PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';

const client = new SQSClient({});

export const handler = async (): Promise<void> => {
  const commands = [
    new PurgeQueueCommand({ QueueUrl: 'q' }),
    new DeleteMessageCommand({ QueueUrl: 'q', ReceiptHandle: 'r' }),
  ];
  for (const command of commands) await client.send(command as PurgeQueueCommand);
};
