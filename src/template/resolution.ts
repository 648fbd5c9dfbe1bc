import type { World } from './world';

/** What all resolvers of an application share while they work. */
export class Resolution {
  /** The world that is looked at; without one, what depends on a condition is an `Alternatives`. */
  world?: World;
  /** Counts the choices that were met: a result that met none holds in all worlds. */
  choices = 0;
  depth = 0;
  private readonly active = new Set<string>();

  /** Works out something that has a name; `cycle` if that needs the very same thing. */
  once<T>(name: string, work: () => T, cycle: () => T): T {
    if (this.active.has(name)) return cycle();
    this.active.add(name);
    try {
      return work();
    } finally {
      this.active.delete(name);
    }
  }

  /** Works out something that is kept for all worlds. */
  outsideOfWorlds<T>(work: () => T): T {
    const { world } = this;
    this.world = undefined;
    try {
      return work();
    } finally {
      this.world = world;
    }
  }
}
