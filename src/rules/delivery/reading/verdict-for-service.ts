import { inWrittenPartition } from './written-partitions';
import { canInThisWorld } from '../../../iam';
import type { ContextValue, Verdict } from '../../../iam';
import type { Resource } from '../../../template';

/** A service encrypts its requests, with TLS 1.2 or newer. */
const overTls = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.2' };

type Context = Readonly<Record<string, ContextValue>>;

/** What is known of the request of a service. */
export interface ServiceRequest {
  readonly below?: string;
  readonly context?: Context;
}

/**
 * Whether a service, or the role that it uses, gets through: denied only if no further condition key could help, and unknown
 * only if the policies themselves are, because which other keys a service sends is rarely documented.
 */
export function verdictForService(
  who: Resource | string,
  action: string,
  on: Resource,
  { below, context = {} }: ServiceRequest = {},
): Verdict {
  return inWrittenPartition(context, on, (known) => verdictOn(who, action, on, below, known));
}

function verdictOn(
  who: Resource | string,
  action: string,
  on: Resource,
  below: string | undefined,
  context: Context,
): Verdict {
  const known = { ...overTls, ...context };
  const withOthers = canInThisWorld(who, action, on, { below, context: known, openContext: true });
  if (withOthers.decision !== 'unknown') return withOthers;
  const alone = canInThisWorld(who, action, on, { below, context: known });
  return alone.decision === 'unknown' ? alone : { decision: 'allowed', because: 'other keys may be sent as well' };
}
