export const handler = async (): Promise<string> => Promise.resolve('done');
