import { getSecret } from '@aws-lambda-powertools/parameters/secrets';

export const handler = (): Promise<unknown> => getSecret('name');
