/**
 * One way in which the conditions and parameters of an application can fall out.
 *
 * Whoever looks at a template in a world sees single values, never "this or that"; whatever depends on the same
 * condition falls out the same way everywhere in it.
 */
export class World {
  // Most worlds are never asked anything.
  private answers?: Map<string, Answer>;
  private assignments?: Map<string, string>;
  private exclusions?: Map<string, Set<string>>;
  private noted?: Map<string, Note>;

  /**
   * @param script the options to choose, in the order in which they are asked for
   * @param otherwise the option to choose where the script ends
   */
  constructor(
    private readonly script: readonly number[] = [],
    private readonly otherwise: 'first' | 'last' = 'first',
  ) {}

  /** Whether nothing was asked yet, and nothing found. */
  get isUntouched(): boolean {
    return !this.answers && !this.assignments && !this.exclusions && !this.noted;
  }

  /** Which of several options holds in this world; always the same for the same key. */
  choose(key: string, options: number): number {
    const answers = (this.answers ??= new Map<string, Answer>());
    const known = answers.get(key);
    if (known) return known.index;
    const index = this.script[answers.size] ?? (this.otherwise === 'first' ? 0 : options - 1);
    answers.set(key, { index, options });
    return index;
  }

  /** What a parameter was found to be. */
  assigned(parameter: string): string | undefined {
    return this.assignments?.get(parameter);
  }

  assign(parameter: string, value: string): void {
    (this.assignments ??= new Map<string, string>()).set(parameter, value);
  }

  /** Whether a parameter was found to be something else. */
  isExcluded(parameter: string, value: string): boolean {
    return this.exclusions?.get(parameter)?.has(value) ?? false;
  }

  exclude(parameter: string, value: string): void {
    const exclusions = (this.exclusions ??= new Map<string, Set<string>>());
    exclusions.set(parameter, (exclusions.get(parameter) ?? new Set()).add(value));
  }

  /** Remembers, for the message, what was found to hold. */
  note(note: Note): void {
    (this.noted ??= new Map<string, Note>()).set(`${note.key} ${note.is}`, note);
  }

  /** What holds in this world, as far as it was asked, in an order that does not depend on who asked first. */
  get notes(): readonly Note[] {
    return this.noted ? [...this.noted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note) : nothing;
  }

  /** The script of the next world to visit. */
  next(): number[] | undefined {
    if (!this.answers) return undefined;
    const answers = [...this.answers.values()];
    for (let last = answers.length - 1; last >= 0; last--) {
      const { index, options } = answers[last];
      if (index + 1 < options) return [...answers.slice(0, last).map((a) => a.index), index + 1];
    }
    return undefined;
  }

  /** The scripts of the worlds that differ from this one in one choice, and in what follows from it. */
  neighbours(): number[][] {
    const answers = [...(this.answers?.values() ?? [])];
    const taken = answers.map(({ index }) => index);
    return answers.flatMap(({ index, options }, at) =>
      Array.from({ length: options }, (_, option) => [...taken.slice(0, at), option]).filter((_, o) => o !== index),
    );
  }
}

const nothing: readonly Note[] = [];

/** Something that was found to hold in a world. */
export interface Note {
  /** The same wherever the same thing is meant. */
  readonly key: string;
  /** For a message: `condition "IsProduction"`. */
  readonly subject: string;
  /** For a message: `is true`. */
  readonly is: string;
  /** Finds out again, in another world. */
  readonly ask: () => void;
}

export function textOfNote({ subject, is }: Note): string {
  return `${subject} ${is}`;
}

interface Answer {
  readonly index: number;
  readonly options: number;
}
