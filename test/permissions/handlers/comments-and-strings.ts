import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

// new PutItemCommand({ TableName: 't', Item: {} })
const text = "import { DeleteItemCommand } from '@aws-sdk/client-dynamodb'; new DeleteItemCommand({})";

export const handler = async (): Promise<string> => {
  await new DynamoDBClient({}).send(new GetItemCommand({ TableName: 't', Key: {} }));
  return text;
};
