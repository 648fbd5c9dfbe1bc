import { isLiteral, writtenOutIn } from '../../../facts/secrets';
import type { Value } from '../../../template';

/**
 * Where a text that is to be kept stands in the template itself: all of it, or a value of its JSON.
 *
 * References and dynamic references are only known after deployment, and an empty value is none.
 */
export function writtenOut(value: Value): string | undefined {
  const found = value.text === undefined ? undefined : writtenOutIn(value.text);
  return found === 'the text' && !value.isKnown ? undefined : found;
}

/** Whether all of a text stands in the template; what is meant as a dynamic reference does not. */
export function isWrittenOut(value: Value): boolean {
  return value.isKnown && value.text !== undefined && isLiteral(value.text);
}
