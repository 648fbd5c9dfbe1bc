import { arnPieces } from './arn-pieces';
import type { Value } from '../../../template';

/** How far a `SourceArn` narrows down who invokes: not at all where the account in it can be anybody's. */
export function judgeSource(arn: Value, hasAccount: boolean): 'narrow' | 'open' | 'unknown' {
  if (arn.isAbsent || !arn.text) return 'open';
  const [, , , , account, ...resource] = arnPieces(arn.text);
  if (resource.length === 0) {
    if (arn.text.includes('*')) return 'open';
    return arn.isUnknown ? 'unknown' : 'narrow';
  }
  return (hasAccount ? account : resource.join(':')) === '*' ? 'open' : 'narrow';
}
