import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({ credentials: { accessKeyId: process.env.ID ?? '', secretAccessKey: process.env.KEY ?? '' } });

export const handler = (): Promise<unknown> => s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
