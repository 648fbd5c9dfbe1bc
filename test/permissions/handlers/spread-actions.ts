import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export const reading = {
  get: (client: S3Client): unknown => client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' })),
};
export const writing = {
  put: (client: S3Client): unknown => client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k' })),
};
