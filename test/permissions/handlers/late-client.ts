import { SQS } from '@aws-sdk/client-sqs';

let client: SQS;

function connect(): void {
  client = new SQS({});
}

const current = (): SQS => client;

export const handler = async (): Promise<void> => {
  connect();
  await current().purgeQueue({ QueueUrl: 'q' });
};
