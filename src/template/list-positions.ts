/** Where the elements of lists were written, for lists of which some elements turned out to be `AWS::NoValue`. */
const positions = new WeakMap<readonly unknown[], readonly number[]>();

/** The elements of a list that are there; what is written behind others keeps its position. */
export function presentIn<T>(written: readonly (T | undefined)[]): readonly T[] {
  const present: T[] = [];
  const at: number[] = [];
  for (const [index, item] of written.entries()) {
    if (item === undefined) continue;
    present.push(item);
    at.push(index);
  }
  if (present.length < written.length) positions.set(present, at);
  return present;
}

/** The position in the template of an element of a list. */
export function writtenPosition(list: readonly unknown[], index: number): number {
  return positions.get(list)?.[index] ?? index;
}
