/** Whether it says something: several words, not `n/a`, `TODO` or `false positive`. */
export function isSentence(reason: string): boolean {
  const words = reason.trim().split(/\s+/);
  return words.length >= 4 && words.join(' ').length >= 20;
}
