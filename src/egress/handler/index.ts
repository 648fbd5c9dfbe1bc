import { forward } from './forward';

export const handler = forward({
  hosts: (process.env.ALLOWED_HOSTS ?? '').split(',').filter((host) => host !== ''),
  fetch,
  log: (line) => process.stdout.write(`${line}\n`),
});
