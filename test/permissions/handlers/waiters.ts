import { S3Client, waitUntilObjectExists } from '@aws-sdk/client-s3';

export const handler = (): Promise<unknown> =>
  waitUntilObjectExists({ client: new S3Client({}), maxWaitTime: 10 }, { Bucket: 'b', Key: 'k' });
