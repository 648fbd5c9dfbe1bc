import { request } from 'node:https';
import { setTimeout } from 'node:timers/promises';
// eslint-disable-next-line import/no-extraneous-dependencies -- the runtime of Lambda has it
import { SSMClient } from '@aws-sdk/client-ssm';
import { customResource } from './custom-resource';

export const handler = customResource({
  ssm: new SSMClient({ maxAttempts: 3 }),
  send: request,
  sleep: async (milliseconds) => setTimeout(milliseconds),
});
