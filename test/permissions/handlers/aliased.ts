import { GetSecretValueCommand as Read, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const Command = Read;
const commands = { read: Command };

export const handler = (): Promise<unknown> =>
  new SecretsManagerClient({}).send(new commands.read({ SecretId: 'name' }));
