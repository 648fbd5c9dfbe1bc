import { SQS } from '@aws-sdk/client-sqs';

const sqs = new SQS({}) as unknown as Record<string, (input: object) => Promise<unknown>>;

export const handler = (event: { method: string }): Promise<unknown> => sqs[event.method]({});
