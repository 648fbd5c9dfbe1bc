import { DynamoDB } from '@aws-sdk/client-dynamodb';

const describe = async (client: DynamoDB, table: string) => client.describeTable({ TableName: table });

function repository(database: DynamoDB) {
  return { read: () => database.getItem({ TableName: 't', Key: {} }) };
}

const clients = { database: new DynamoDB({}) };

export const handler = async (): Promise<void> => {
  await describe(clients.database, 't');
  await repository(clients.database).read();
};
