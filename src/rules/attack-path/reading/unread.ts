import type { Rights } from './rights';
import type { Value } from '../../../template';
import { unknown } from '../../results';
import type { Result } from '../../results';

/** What cannot be read of a policy of the application. A policy outside of it `lambda-role-self-update` tells of, once for all. */
export function unreadIn({ unread }: Rights): readonly Result[] {
  return unread.filter(({ path }) => !path.includes('ManagedPolicyArns')).map(notRead);
}

export function notRead(at: Value): Result {
  return unknown(at, at.because ?? 'what it allows is not known');
}
