import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});
const keyOf = (text: string): string =>
  /["'`{(\[]/.test(text) ? text.replace(/[/"]+/g, '') : `${text ? `{${text}"` : '`'}/${text.length / 2}`;

export const handler = (event: { key: string }): unknown =>
  s3.send(new HeadObjectCommand({ Bucket: 'b', Key: keyOf(event.key) }));
