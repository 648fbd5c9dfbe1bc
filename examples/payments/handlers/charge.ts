import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

const lambda = new LambdaClient();

interface Answer {
  readonly statusCode: number;
}

/** Has the provider charge a card for each message; what it refuses is tried again, and in the end kept. */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const charged = await Promise.allSettled(Records.map(async ({ messageId, body }) => charge(messageId, body)));
  return {
    batchItemFailures: Records.filter((_, index) => charged[index].status === 'rejected').map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  };
}

async function charge(idempotencyKey: string, body: string): Promise<void> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({
      FunctionName: process.env.EGRESS_FUNCTION,
      Payload: JSON.stringify({
        url: 'https://api.example.com/v1/charges',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body,
      }),
    }),
  );
  if (FunctionError !== undefined) throw new Error('the request was not sent');
  const { statusCode } = JSON.parse(Buffer.from(Payload!).toString()) as Answer;
  if (statusCode >= 300) throw new Error(`the provider answered with ${statusCode}`);
}
