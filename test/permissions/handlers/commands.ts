import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const handler = async (): Promise<void> => {
  await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
  await s3.send(new PutObjectCommand({ Bucket: 'b', Key: 'k' }));
};
