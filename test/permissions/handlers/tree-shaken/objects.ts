import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const read = (): Promise<unknown> => s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));

export const remove = (): Promise<unknown> => s3.send(new DeleteObjectCommand({ Bucket: 'b', Key: 'k' }));
