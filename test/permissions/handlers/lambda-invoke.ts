import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

const clientOf = (region: string) => new LambdaClient({ region });

export const handler = (): Promise<unknown> => clientOf('eu-west-1').send(new InvokeCommand({ FunctionName: 'f' }));
