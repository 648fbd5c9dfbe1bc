import { S3Client } from '@aws-sdk/client-s3';
import { reading, writing } from './spread-actions';

const actions: Record<string, (client: S3Client) => unknown> = { ...reading, ...writing };

export const handler = (event: { name: string }): unknown => actions[event.name](new S3Client({}));
