import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

type Action = (client: S3Client) => unknown;
const actions: Record<string, Action> = {};

function register(name: string, action: Action): void {
  actions[name] = action;
}

register('put', (client) => client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k' })));
register('get', (client) => client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' })));

export const handler = (event: { name: string }): unknown => actions[event.name](new S3Client({}));
