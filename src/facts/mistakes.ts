/** How many letters of one text have to be added, left out or replaced to make the other of it: the distance of Levenshtein. */
export function mistakesBetween(written: string, meant: string): number {
  return mistakesToPrefixes(written, meant)[meant.length];
}

/** The same with each beginning of the other text, from the empty one to all of it; row by row. */
export function mistakesToPrefixes(written: string, meant: string): readonly number[] {
  let row = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (const [above, letter] of [...written].entries()) {
    const next = [above + 1];
    for (let column = 0; column < meant.length; column++) {
      const replaced = row[column] + Number(letter !== meant[column]);
      next.push(Math.min(replaced, row[column + 1] + 1, next[column] + 1));
    }
    row = next;
  }
  return row;
}
