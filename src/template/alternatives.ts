import { Alternatives, Unknown } from './resolved';
import type { Branch, Resolved } from './resolved';

const maximumAlternatives = 64;

/** Applies a function to every combination of alternatives. */
export function lift(
  values: readonly (Resolved | undefined)[],
  work: (known: readonly (Resolved | undefined)[]) => Resolved | undefined,
): Resolved | undefined {
  // Most values are what they are.
  if (!values.some((value) => value instanceof Alternatives)) return work(values);
  let combinations: { when: string[]; known: (Resolved | undefined)[] }[] = [{ when: [], known: [] }];
  for (const value of values) {
    const branches: readonly Branch[] = value instanceof Alternatives ? flatten(value) : [{ when: '', value }];
    combinations = combinations.flatMap(({ when, known }) =>
      branches.map((branch) => ({
        when: branch.when ? [...new Set([...when, branch.when])] : when,
        known: [...known, branch.value],
      })),
    );
    if (combinations.length > maximumAlternatives) {
      return new Unknown(`more than ${maximumAlternatives} combinations of conditions lead to it`, '…');
    }
  }
  if (combinations.length === 1) return work(combinations[0].known);
  return new Alternatives(combinations.map(({ when, known }) => ({ when: when.join(' and '), value: work(known) })));
}

/** Alternatives of alternatives as one list. */
export function flatten(alternatives: Alternatives): readonly Branch[] {
  return alternatives.branches.flatMap((branch) =>
    branch.value instanceof Alternatives
      ? flatten(branch.value).map((inner) => ({ ...inner, when: `${branch.when} and ${inner.when}` }))
      : [branch],
  );
}
