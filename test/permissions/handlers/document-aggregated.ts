import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocument.from(new DynamoDBClient({}));

export const handler = (): Promise<unknown> => table.update({ TableName: 't', Key: {} });
