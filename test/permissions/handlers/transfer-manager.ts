import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

export const handler = (): Promise<unknown> =>
  new Upload({ client: new S3Client({}), params: { Bucket: 'b', Key: 'k', Body: 'text' } }).done();
