import { textOfNote } from './world';
import type { Note } from './world';

/**
 * The fewest things of which it follows that something is so, the first of them by name: the same ones whatever the
 * order in which a template says things.
 *
 * @param so what was noted in the worlds in which it is so
 * @param otherwise what was noted in those in which it is not
 */
export function whenItIsSo(
  so: readonly (readonly Note[])[],
  otherwise: readonly (readonly Note[])[],
): readonly string[] {
  const notes = new Map(so.flat().map((note) => [idOf(note), note]));
  const [worlds, others] = [so, otherwise].map((ones) => ones.map((world) => new Set(world.map(idOf))));
  const holdIn = (ids: readonly string[], world: ReadonlySet<string>) => ids.every((id) => world.has(id));
  const isEnough = (ids: readonly string[]) => !others.some((world) => holdIn(ids, world));
  const enough =
    oneOrTwo([...notes.keys()].sort()).find((ids) => isEnough(ids) && worlds.some((world) => holdIn(ids, world))) ??
    withoutTheRest(firstOf(worlds), isEnough);
  return enough.map((id) => textOfNote(notes.get(id)!)).sort();
}

function oneOrTwo(ids: readonly string[]): readonly (readonly string[])[] {
  const pairs = ids.flatMap((id, index) => ids.slice(index + 1).map((other) => [id, other]));
  return [...ids.map((id) => [id]), ...pairs];
}

function firstOf(worlds: readonly ReadonlySet<string>[]): readonly string[] {
  const inOrder = worlds.map((world) => [...world].sort());
  return inOrder.sort((a, b) => (a.join() < b.join() ? -1 : 1))[0] ?? [];
}

function withoutTheRest(ids: readonly string[], isEnough: (ids: readonly string[]) => boolean): readonly string[] {
  return [...ids].reverse().reduce<readonly string[]>((kept, id) => {
    const fewer = kept.filter((one) => one !== id);
    return isEnough(fewer) ? fewer : kept;
  }, ids);
}

function idOf({ key, is }: Note): string {
  return `${key} ${is}`;
}
