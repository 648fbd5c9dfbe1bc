import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What is wrong, by the construct whose guarantee it breaks. */
export type Violations = ReadonlyMap<IConstruct, readonly string[]>;

/**
 * Things that are watched in a whole stage, with one walk over it for all of them.
 *
 * What is found is told at the construct that it concerns: core prints the path of whoever tells it, and an app has none.
 */
export class StageWatch<T> {
  /**
   * The watch of the stage that a construct is in.
   *
   * @param violations the walk; called before any construct of the stage is asked
   */
  public static of<T>(
    construct: IConstruct,
    key: symbol,
    violations: (stage: IConstruct, watched: readonly T[]) => Violations,
  ): StageWatch<T> {
    const stage: IConstruct = Stage.of(construct) ?? construct.node.root;
    const holder = stage as unknown as Record<symbol, StageWatch<T> | undefined>;
    const known = holder[key];
    if (known) return known;
    const watch = new StageWatch<T>();
    Object.defineProperty(stage, key, { value: watch, enumerable: false });
    stage.node.addValidation({
      validate: () => {
        watch.found = violations(stage, watch.watched);
        return [];
      },
    });
    return watch;
  }

  private readonly watched: T[] = [];
  private readonly owners = new Set<IConstruct>();
  private found: Violations = new Map();

  private constructor() {}

  public add(owner: IConstruct, watched: T): void {
    this.watched.push(watched);
    if (this.owners.has(owner)) return;
    this.owners.add(owner);
    owner.node.addValidation({ validate: () => [...(this.found.get(owner) ?? [])] });
  }
}

/** Puts sentences together by whom they concern. */
export function byOwner(told: readonly (readonly [owner: IConstruct, sentence: string])[]): Violations {
  const violations = new Map<IConstruct, string[]>();
  for (const [owner, sentence] of told) violations.set(owner, [...(violations.get(owner) ?? []), sentence]);
  return violations;
}
