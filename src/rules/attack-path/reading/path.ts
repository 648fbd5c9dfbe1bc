import type { Right } from './rights';
import type { Resource } from '../../../template';

const most = 3;

/** A path as a finding tells it: `POST /orders → Orders → dynamodb:PutItem on Table`. */
export function pathOf(...stations: readonly (Resource | string)[]): string {
  return stations.map((station) => (typeof station === 'string' ? station : station.logicalId)).join(' → ');
}

/** Resources of a path by their logical ids, which are the same wherever in the construct tree they stand. */
export function idsOf(resources: readonly Resource[]): string {
  return listed([...new Set(resources.map(({ logicalId }) => logicalId))]);
}

/** What a right lets its role do, and to what. */
export function named({ actions, on }: Right): string {
  const things = on.map(({ target, arn }) => target?.logicalId ?? arn);
  return `${listed(actions)} on ${listed([...new Set(things)])}`;
}

/** The first of many, one more than a path names: the others would only be counted. */
export function firstOf<T>(many: Iterable<T>): readonly T[] {
  const first: T[] = [];
  for (const one of many) {
    if (first.push(one) > most) break;
  }
  return first;
}

/** The first few of a list. */
export function listed(items: readonly string[]): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(', ')} and ${more} more` : items.join(', ');
}
