import { mistakesBetween } from '../facts/mistakes';
import { rules } from '../rules';

/** Letters that may be wrong, missing or too many: one of four, as short ids are near to everything. */
function mostMistakesIn(written: string): number {
  return Math.min(3, Math.floor(written.length / 4));
}

/** What to add where somebody wrote an id that no rule has: the id that they probably meant. */
export function meantRule(written: string): string {
  // As it is printed: with the plugin before it, or with the one construct behind it.
  const bare = written.replace(/^.*::/s, '').replace(/\[.*/s, '');
  const most = mostMistakesIn(bare);
  const near = rules
    .filter(({ id }) => Math.abs(bare.length - id.length) <= most)
    .map(({ id }) => ({ id, mistakes: mistakesBetween(bare.toLowerCase(), id) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((one, other) => one.mistakes - other.mistakes)[0];
  return near ? ` (did you mean '${near.id}'?)` : '';
}
