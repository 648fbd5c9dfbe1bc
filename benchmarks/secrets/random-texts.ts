const alphabets: Readonly<Record<string, string>> = {
  a: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  l: 'abcdefghijklmnopqrstuvwxyz0123456789',
  u: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  t: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  h: '0123456789abcdef',
  H: '0123456789ABCDEF',
  d: '0123456789',
  w: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-',
  b: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
};

/** Texts that are the same in every run. */
export class RandomTexts {
  constructor(private state: number) {}

  /** `ghp_{a36}`: 36 letters and digits after a prefix. */
  ofForm(form: string): string {
    return form.replace(/\{(\w)(\d+)\}/g, (_, alphabet: string, length: string) =>
      Array.from({ length: Number(length) }, () => this.one([...alphabets[alphabet]])).join(''),
    );
  }

  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)[0]);
  }

  private one<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** The minimal standard generator of Park and Miller. */
  private below(limit: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % limit;
  }
}
