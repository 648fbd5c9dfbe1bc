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
  private notes?: Set<string>;

  constructor(private readonly script: readonly number[] = []) {}

  /** Which of several options holds in this world; always the same for the same key. */
  choose(key: string, options: number): number {
    const answers = (this.answers ??= new Map<string, Answer>());
    const known = answers.get(key);
    if (known) return known.index;
    const index = this.script[answers.size] ?? 0;
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
  note(text: string): void {
    (this.notes ??= new Set<string>()).add(text);
  }

  /** What holds in this world, as far as it was asked. */
  get when(): readonly string[] {
    return this.notes ? [...this.notes] : [];
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
}

interface Answer {
  readonly index: number;
  readonly options: number;
}
