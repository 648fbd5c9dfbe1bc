import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ExecuteStatementCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async (): Promise<void> => {
  await client.send(new TransactWriteCommand({ TransactItems: [] }));
  await client.send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM t' }));
};
