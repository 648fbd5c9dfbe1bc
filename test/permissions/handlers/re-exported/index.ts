import { Client, Publish } from './commands';

export const handler = (): Promise<unknown> => new Client({}).send(new Publish({ Entries: [] }));
