import { encryptedTypes } from './encrypted-types';
import { needsOf } from './execution-needs';
import type { Application, Resource, Value } from '../../../template';
import type { Granting, RightOn } from '../../attack-path/reading/granting';
import { grantingOf } from '../../attack-path/reading/granting';
import { namesOf } from '../../function/reading/function-behind';

/** What a role has to be allowed on a key to do what it is allowed to do to an encrypted resource. */
export interface KeyNeed {
  readonly key: Resource;
  readonly action: string;
  /** As `kms:ViaService` says it. */
  readonly service: string;
  /** What the key encrypts. */
  readonly resource: Resource;
  /** Where the role is allowed to use the resource. */
  readonly at: Value;
}

const services = new Set(Object.values(encryptedTypes).map(({ service }) => service));

/**
 * What the policies of a role, where they name encrypted resources of the application, take on their keys.
 *
 * Who may do something to everything is not meant to use each resource. What Lambda needs to poll and to send is left out: it
 * is told where that is set up.
 */
export function keyNeedsOf(role: Resource, app: Application): readonly KeyNeed[] {
  if (app.declared('AWS::KMS::Key').length === 0) return [];
  const granting = grantingOf(role, app).granting.filter(isOfService);
  const byResource = new Map<Resource, Granting[]>();
  for (const one of granting) {
    for (const { target } of new Map(one.resources.filter(isAboutContents).map((it) => [it.target, it])).values()) {
      if (!target) continue;
      const others = byResource.get(target) ?? [];
      others.push(one);
      byResource.set(target, others);
    }
  }
  const needs = [...byResource].flatMap(([resource, statements]) => needsOn(resource, statements));
  if (needs.length === 0) return needs;
  const told = toldByLambda(role, app);
  return needs.filter(({ resource, action }) => told.get(resource)?.has(action) !== true);
}

/** What Lambda takes with a role to send and to poll, on queues, topics and streams and on their keys. */
function toldByLambda(role: Resource, app: Application): ReadonlyMap<Resource, ReadonlySet<string>> {
  const told = new Map<Resource, Set<string>>();
  const setUp = app
    .attachedTo(role, 'AWS::Lambda::Function', 'Role')
    .flatMap((fn) => [
      fn,
      ...namesOf(fn, app).flatMap((name) =>
        ['AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::EventSourceMapping'].flatMap((type) =>
          app.attachedTo(name, type, 'FunctionName'),
        ),
      ),
    ]);
  for (const { action, at } of setUp.flatMap(needsOf)) {
    const { target } = at;
    if (target) told.set(target, (told.get(target) ?? new Set<string>()).add(action));
  }
  return told;
}

function isOfService({ statement: { actions, notActions } }: Granting): boolean {
  return notActions === undefined && actions.some(({ known = '' }) => services.has(known.split(':')[0].toLowerCase()));
}

/** The ARN of a bucket alone says nothing of its objects. */
function isAboutContents({ target, arn }: RightOn): boolean {
  return target?.is('AWS::S3::Bucket') !== true || /[/*]/.test(arn.slice(arn.lastIndexOf(':')));
}

function needsOn(resource: Resource, granting: readonly Granting[]): readonly KeyNeed[] {
  if (!Object.hasOwn(encryptedTypes, resource.type)) return [];
  const { service, keyOf, uses } = encryptedTypes[resource.type];
  const key = keyOf(resource);
  if (!key) return [];
  const allowing = (actions: readonly string[]) => firstAllowing(granting, actions);
  return uses.flatMap(({ actions, onKey, beside }) => {
    const at = allowing(actions);
    if (!at || (beside && !allowing(beside))) return [];
    return onKey.map((action) => ({ key, action, service, resource, at }));
  });
}

function firstAllowing(granting: readonly Granting[], actions: readonly string[]): Value | undefined {
  for (const { statement, places } of granting) {
    if (statement.present !== 'yes') continue;
    const action = actions.find((name) => statement.matchesAction(name) === 'yes');
    const place = action === undefined ? undefined : places.find(({ covers }) => covers(action));
    if (place) return place.at;
  }
  return undefined;
}
