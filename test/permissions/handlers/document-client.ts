import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async (): Promise<void> => {
  await client.send(new GetCommand({ TableName: 't', Key: {} }));
  await client.send(new BatchWriteCommand({ RequestItems: {} }));
  for await (const page of paginateScan({ client }, { TableName: 't' })) void page;
};
