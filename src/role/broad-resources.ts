import { resourceTypesOf } from '../facts/actions';
import { matchesWildcards } from '../facts/wildcards';

/** Stands for a name that nobody wrote; longer than any row of `?` that is meant for a name. */
const anyName = '\u0000'.repeat(64);

/**
 * Whether the resource of a statement is everything that the action works on, or all of one kind: `*`, `arn:aws:s3:::*`,
 * `arn:aws:dynamodb:eu-west-1:111122223333:table/*`, `arn:aws:s3:::*\/photos/*`.
 *
 * @param resource with `${…}` or `<…>` for what is only known after deployment
 */
export function isEverything(resource: string, action: string): boolean {
  if (!/[*?]/.test(resource)) return false;
  const written = resource.replace(/\$\{[^}]*\}|<[^>]*>/g, '\u0001');
  return (
    /^[*?]+$/.test(written) ||
    /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*(\/\*)?$/.test(written) ||
    resourceTypesOf(action).some(({ arn }) => isAllOfKind(written, arn))
  );
}

function isAllOfKind(written: string, format: string): boolean {
  const resourcePart = format.split(':').slice(5).join(':');
  const firstName = resourcePart.indexOf('${');
  if (firstName < 0) return false;

  const given = written.split(':');
  const place = format
    .split(':')
    .slice(0, 5)
    .map((part, index) => (part.startsWith('${') ? placeIn(given, index) : part));
  const named = [...place, resourcePart.replace(/\$\{[^}]*\}/g, anyName)].join(':');
  return matchesWildcards(written, named) || hasNoName(given, place, resourcePart.slice(0, firstName));
}

/** The partition, region or account as it was written; another one where that is a wildcard. */
function placeIn(given: readonly string[], index: number): string {
  const part = given[index];
  return index >= given.length - 1 || /[*?]/.test(part) ? anyName : part;
}

/** `*` as the name of the bucket or table, with something behind it. */
function hasNoName(given: readonly string[], place: readonly string[], kind: string): boolean {
  const resourcePart = given.slice(5).join(':');
  if (given[2] !== place[2] || !resourcePart.startsWith(kind)) return false;
  return /^[*?]+(?:$|[/:])/.test(resourcePart.slice(kind.length));
}
