import type { Truth } from '../iam';
import { all } from '../iam/truth';
import type { Resource, Value } from '../template';

/** Whether something can be reached, and by which path, or why not. */
export interface Reach {
  readonly holds: Truth;
  /** Hop by hop, for a message; where nothing is reached, what is missing. */
  readonly path: readonly string[];
  /** Where the path, or what is missing of it, is written. */
  readonly at?: Resource | Value;
}

export function reached(path: readonly string[], at?: Resource | Value): Reach {
  return { holds: 'yes', path, at };
}

export function unreached(because: string, at?: Resource | Value): Reach {
  return { holds: 'no', path: [because], at };
}

export function unclear(because: string, at?: Resource | Value): Reach {
  return { holds: 'unknown', path: [because], at };
}

/** The one of several ways that leads furthest. */
export function best(many: readonly Reach[], otherwise: Reach): Reach {
  return (
    many.find(({ holds }) => holds === 'yes') ?? many.find(({ holds }) => holds === 'unknown') ?? many[0] ?? otherwise
  );
}

/** What is reached only if each part is; the one that breaks it is told. */
export function together(parts: readonly Reach[], path: readonly string[]): Reach {
  const holds = all(parts.map((part) => part.holds));
  if (holds === 'yes') return reached(path);
  return parts.find((part) => part.holds === holds)!;
}
