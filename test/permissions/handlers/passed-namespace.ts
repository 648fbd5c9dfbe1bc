import * as s3 from '@aws-sdk/client-s3';

const names = Object.keys(s3);

export const handler = async (): Promise<string[]> => Promise.resolve(names);
