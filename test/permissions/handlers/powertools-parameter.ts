import { getParameter } from '@aws-lambda-powertools/parameters/ssm';

export const handler = (): Promise<string | undefined> => getParameter('/name');
