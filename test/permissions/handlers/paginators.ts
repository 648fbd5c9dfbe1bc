import { DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { S3Client, paginateListObjectsV2 } from '@aws-sdk/client-s3';

export const handler = async (): Promise<void> => {
  for await (const page of paginateListObjectsV2({ client: new S3Client({}) }, { Bucket: 'b' })) void page;
  for await (const page of paginateQuery({ client: new DynamoDBClient({}) }, { TableName: 't' })) void page;
};
