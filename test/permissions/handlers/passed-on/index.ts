import { SQS } from '@aws-sdk/client-sqs';
import { callByName } from './call-by-name';

const sqs = new SQS({});

export const handler = (event: { name: string }): unknown => callByName(sqs, event.name);
