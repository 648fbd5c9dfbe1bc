import { DeleteItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

class Items {
  private readonly client = new DynamoDBClient({});

  public read(): Promise<unknown> {
    return this.client.send(new GetItemCommand({ TableName: 't', Key: {} }));
  }

  public forget(): Promise<unknown> {
    return this.client.send(new DeleteItemCommand({ TableName: 't', Key: {} }));
  }
}

export const handler = (): Promise<unknown> => new Items().read();
