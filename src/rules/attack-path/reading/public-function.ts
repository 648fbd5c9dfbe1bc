import { openEntriesTo } from './entries';
import type { Entry } from './entry';
import { listed } from './path';
import { mayHaveRights, rightsOf } from './rights';
import type { Right } from './rights';
import { notRead } from './unread';
import type { Application, Resource } from '../../../template';
import { executionRoleOf } from '../../function/reading/execution-role';
import { unknown } from '../../results';
import type { Result } from '../../results';

/** What runs code that strangers may call. */
export const publicCodeTypes = ['AWS::Lambda::Function', 'AWS::Lambda::WebFunctionRevision'] as const;

/** A way from the internet, through a function, to what its role may do. */
export interface PublicPath {
  readonly entry: Entry;
  readonly fn: Resource;
  readonly role: Resource;
  /** Of the actions that were asked for; never empty. */
  readonly rights: readonly Right[];
}

/**
 * Judges what strangers can make a function do: once for each entry that asks nobody, with the rights that its role
 * has of some actions.
 *
 * An entry that may ask, a right that may not be there and a role that is not in the application are unknown.
 */
export function judgePublicPaths(
  fn: Resource,
  app: Application,
  actions: readonly string[],
  judge: (path: PublicPath) => Result | readonly Result[],
): readonly Result[] {
  const role = executionRoleOf(fn);
  if (role.isAbsent) return [];
  const isOfApp = role.target?.is('AWS::IAM::Role');
  if (isOfApp && !mayHaveRights(role.target!, app, actions)) return [];
  const entries = openEntriesTo(fn, app);
  if (entries.length === 0) return [];
  if (!isOfApp) return [unknown(role, 'the role is not part of the application')];
  const { found, unread } = rightsOf(role.target!, app, actions);
  const sure = found.filter(({ truth }) => truth === 'yes');
  if (sure.length === 0) return [...found.map(({ at }) => at), ...unread].map(notRead);
  return byPlace(entries).flatMap((entry) =>
    entry.open === 'yes'
      ? judge({ entry, fn, role: role.target!, rights: sure })
      : unknown(entry.at, entry.at.because ?? 'whether strangers may call is not known'),
  );
}

/** Fields of one API, and routes of one WebSocket connection, are closed at one place and told as one. */
function byPlace(entries: readonly Entry[]): readonly Entry[] {
  const places = new Map<string, Entry[]>();
  for (const entry of entries) {
    const place = JSON.stringify([entry.at.resource.template.path, entry.at.resource.logicalId, ...entry.at.path]);
    places.set(place, [...(places.get(place) ?? []), entry]);
  }
  return [...places.values()].map((same) => ({ ...same[0], name: listed(same.map(({ name }) => name)) }));
}
