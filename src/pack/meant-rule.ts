import { rules } from '../rules';

/** Letters that may be wrong, missing or too many: one of four, as short ids are near to everything. */
function mostMistakesIn(written: string): number {
  return Math.min(3, Math.floor(written.length / 4));
}

/** What to add where somebody wrote an id that no rule has: the id that they probably meant. */
export function meantRule(written: string): string {
  const most = mostMistakesIn(written);
  const near = rules
    .filter(({ id }) => Math.abs(written.length - id.length) <= most)
    .map(({ id }) => ({ id, mistakes: mistakesIn(written, id) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((one, other) => one.mistakes - other.mistakes)[0];
  return near ? `, '${near.id}' is` : '';
}

/** The edit distance of Levenshtein, row by row. */
function mistakesIn(written: string, id: string): number {
  let row = Array.from({ length: id.length + 1 }, (_, column) => column);
  for (const [above, letter] of [...written].entries()) {
    const next = [above + 1];
    for (let column = 0; column < id.length; column++) {
      const replaced = row[column] + Number(letter !== id[column]);
      next.push(Math.min(replaced, row[column + 1] + 1, next[column] + 1));
    }
    row = next;
  }
  return row[id.length];
}
