import { expandActions, findAction, serviceNames } from './actions';
import { mistakesBetween, mistakesToPrefixes } from './mistakes';
import { actionsOfServiceOperation, servicePrefixOf } from './sdk-operations';
import { matchesWildcards } from './wildcards';

const mostSuggestions = 3;

/** Twice as long as the longest that there is: what is longer nobody meant as an action, and comparing it would take long. */
export const longestAction = 150;

/** Letters that may be wrong, missing or too many: few, as AWS has thousands of actions and short names are near to all. */
function mostMistakesIn(name: string): number {
  return Math.min(3, Math.floor(name.length / 4));
}

/**
 * What somebody probably meant who wrote an action, or a pattern for actions, that AWS does not have: the nearest, and
 * several where they are equally near. Empty where nothing is near, so that it may as well be an action that is newer than
 * the table.
 */
export function meantActions(pattern: string): readonly string[] {
  const [prefix, name] = partsOf(pattern);
  if (name === '' || pattern.length > longestAction) return [];
  const service = prefix.toLowerCase();
  const meant = serviceNames().includes(service)
    ? [instead, near, elsewhere].map((find) => find(service, name)).find((found) => found.length > 0)
    : ofNearService(service, name);
  return (meant ?? []).slice(0, mostSuggestions);
}

function partsOf(pattern: string): readonly [string, string] {
  const colon = pattern.indexOf(':');
  return colon < 0 ? [pattern, ''] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
}

/** `s3:ListBuckets` is an operation, and what allows it is called `s3:ListAllMyBuckets`. */
function instead(service: string, name: string): readonly string[] {
  return actionsOfServiceOperation(service, name)?.oneOf ?? [];
}

function near(service: string, name: string): readonly string[] {
  const names = expandActions(`${service}:*`).map((action) => partsOf(action)[1]);
  const wildcard = /[*?]/.exec(name)?.index;
  const found = wildcard === undefined ? nearNames(name, names) : nearPatterns(name, wildcard, names);
  const most = mostMistakesIn(name.slice(0, wildcard));
  return nearest(found, most).map((meant) => `${service}:${meant}`);
}

interface Candidate {
  readonly meant: string;
  readonly mistakes: number;
}

function nearest(candidates: readonly Candidate[], most: number): readonly string[] {
  const fewest = Math.min(most, ...candidates.map(({ mistakes }) => mistakes));
  return candidates.filter(({ mistakes }) => mistakes === fewest).map(({ meant }) => meant);
}

function nearNames(written: string, names: readonly string[]): readonly Candidate[] {
  const most = mostMistakesIn(written);
  return names
    .filter((name) => Math.abs(name.length - written.length) <= most)
    .map((name) => ({ meant: name, mistakes: mistakesBetween(written.toLowerCase(), name.toLowerCase()) }));
}

/** Only what stands before the first wildcard can be compared: with how the names begin. */
function nearPatterns(written: string, wildcard: number, names: readonly string[]): readonly Candidate[] {
  const head = written.slice(0, wildcard).toLowerCase();
  const rest = written.slice(wildcard);
  const byPattern = new Map<string, Candidate>();
  for (const name of names) {
    const row = mistakesToPrefixes(head, name.toLowerCase());
    const mistakes = Math.min(...row);
    const meant = `${name.slice(0, row.indexOf(mistakes))}${rest}`;
    if (matchesWildcards(meant.toLowerCase(), name.toLowerCase())) byPattern.set(meant, { meant, mistakes });
  }
  return [...byPattern.values()];
}

/** `cloudwatch:CreateLogGroup`: what one or two services have is seldom added to another. */
function elsewhere(_service: string, name: string): readonly string[] {
  const found = serviceNames().flatMap((service) => findAction(`${service}:${name}`)?.name ?? []);
  return found.length <= 2 ? found : [];
}

/** Only where that service has the action too, or the client of the SDK is what was written: `eventbridge:PutEvents`. */
function ofNearService(written: string, name: string): readonly string[] {
  const client = servicePrefixOf(written);
  const most = Math.min(2, Math.max(1, Math.floor(written.length / 3)));
  const candidates = serviceNames().map((service) => ({ service, mistakes: mistakesBetween(written, service) }));
  const services = [
    ...(client === undefined ? [] : [client]),
    ...candidates
      .filter(({ mistakes }) => mistakes <= most)
      .sort((one, other) => one.mistakes - other.mistakes)
      .map(({ service }) => service),
  ];
  const found = services.find((service) => expandActions(`${service}:${name}`).length > 0);
  if (found === undefined) return [];
  return [findAction(`${found}:${name}`)?.name ?? `${found}:${name}`];
}
