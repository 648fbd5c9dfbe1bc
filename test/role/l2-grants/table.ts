import { compute } from './compute';
import { messaging } from './messaging';
import type { GrantRow } from './row';
import { secrets } from './secrets';
import { storage } from './storage';

/** What every grant of the services of a serverless app becomes. */
export const grantTable: readonly GrantRow[] = [...storage, ...messaging, ...compute, ...secrets];
