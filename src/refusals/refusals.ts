import { join, sep } from 'node:path';
import type { IConstruct } from 'constructs';

/**
 * What one call asked for and does not get, thrown as one error.
 *
 * A caller who has three things to change learns about all three at once.
 */
export class Refusals {
  /** The refusals of a construct that does not exist yet: nothing may be in the tree when its props are judged. */
  static ofNew(scope: IConstruct, id: string): Refusals {
    return new Refusals([scope.node.path, id].filter((part) => part !== '').join('/'));
  }

  static of(construct: IConstruct): Refusals {
    return new Refusals(construct.node.path);
  }

  private readonly refused: string[] = [];

  /**
   * @param path the construct path that the error names
   */
  constructor(private readonly path: string) {}

  /**
   * @param got what was written, quoted: `'publicReadAccess: true' makes the bucket public`
   * @param instead what to write: `serve the objects through CloudFront`
   */
  add(got: string, instead: string): void {
    this.refused.push(`${got}: ${instead}`);
  }

  addIf(condition: boolean, got: string, instead: string): void {
    if (condition) this.add(got, instead);
  }

  addAll(refused: readonly (readonly [got: string, instead: string])[]): void {
    for (const [got, instead] of refused) this.add(got, instead);
  }

  /** The same as what a validation returns, where the line that asked for it is not known any more. */
  asViolations(): string[] {
    return this.refused.length > 0 ? [new SecurityRefusal(this.path, this.refused).message] : [];
  }

  /** @throws SecurityRefusal when anything was refused */
  throwIfAny(): void {
    if (this.refused.length > 0) throw new SecurityRefusal(this.path, this.refused);
  }
}

/** Where this library is: nobody has to look for their own line among ours. */
const home = join(__dirname, '..', sep);

/** Something insecure was asked for at this line, which is the first of its stack. */
export class SecurityRefusal extends Error {
  constructor(path: string, refused: readonly string[]) {
    super(refused.length === 1 ? `${path}: ${refused[0]}` : `${path}:\n${refused.map((r) => `- ${r}`).join('\n')}`);
    this.name = 'SecurityRefusal';
    const frames = (this.stack ?? '').split('\n').filter((line) => /^ +at /.test(line) && !line.includes(home));
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n');
  }
}
