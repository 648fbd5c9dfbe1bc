import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

const s3 = new S3Client({});
const at = { Bucket: 'b', Key: 'k' };

export const handler = async (): Promise<void> => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(at));
  await s3.send(new UploadPartCommand({ ...at, UploadId, PartNumber: 1 }));
  await s3.send(new CompleteMultipartUploadCommand({ ...at, UploadId }));
  await s3.send(new CopyObjectCommand({ ...at, CopySource: 'b/other' }));
};
