import { S3 } from '@aws-sdk/client-s3';
import { SQS } from '@aws-sdk/client-sqs';

const s3 = new S3();

export const handler = async (): Promise<void> => {
  await s3.headObject({ Bucket: 'b', Key: 'k' });
  const { sendMessage } = new SQS();
  await sendMessage({ QueueUrl: 'q', MessageBody: 'm' });
};
