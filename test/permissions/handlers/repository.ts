import { DeleteItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

class Repository {
  constructor(protected readonly client: DynamoDBClient) {}
}

class Orders extends Repository {
  read(): Promise<unknown> {
    return this.client.send(new GetItemCommand({ TableName: 't', Key: {} }));
  }

  erase(): Promise<unknown> {
    return this.client.send(new DeleteItemCommand({ TableName: 't', Key: {} }));
  }
}

const make = <T>(Made: new (client: DynamoDBClient) => T): T => new Made(new DynamoDBClient({}));
const orders = make(Orders);

export const handler = (): Promise<unknown> => orders.read();
