import { read } from './objects';

export const handler = (): Promise<unknown> => read();
