import { ConditionalCheckFailedException, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

export const handler = async (): Promise<boolean> => {
  try {
    await new DynamoDBClient({}).send(new UpdateItemCommand({ TableName: 't', Key: {} }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
