/** Scripts that leave no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu;

/** Whether it says something: several words, not `n/a`, `TODO` or `false positive`. */
export function isSentence(reason: string): boolean {
  const words = reason.trim().split(/\s+/);
  return (words.length >= 4 && words.join(' ').length >= 20) || (reason.match(unspaced) ?? []).length >= 10;
}
