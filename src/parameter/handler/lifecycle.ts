import { Failure } from './failure';
import { generatedValue } from './generated-value';
import { isAnswered, isMadeBy, isOwn, tagsOfNew } from './ownership';
import type { ParameterStore } from './parameter-store';
import { placeholder } from './placeholder';
import { wantedParameter, type CloudFormationEvent, type WantedParameter } from './request';
import { rotate } from './rotation';
import { stagingNameOf } from './staging-name';

/** What became of a request. */
export interface Outcome {
  readonly physicalId: string;
  readonly version?: number;
  /** The parameter that CloudFormation is to be told of. */
  readonly made?: string;
}

/**
 * Begins what CloudFormation knows a parameter of ours by. The ids that it makes up itself, for a creation that was
 * never answered, do not begin like this.
 */
const ID = 'ssm:';
const NOTHING = 'nothing:';

export function physicalIdOf(name: string): string {
  return `${ID}${name}`;
}

/** For a creation that made nothing, so that its rollback deletes nothing. */
export function idOfNothing({ RequestId }: CloudFormationEvent): string {
  return `${NOTHING}${RequestId}`;
}

export async function create(store: ParameterStore, event: CloudFormationEvent): Promise<Outcome> {
  const wanted = wantedParameter(event.ResourceProperties);
  const made = await make(store, event, wanted);
  if (made) return made;
  const tags = await store.tagsOnce(wanted.name, (found) => isOwn(found, event));
  if (!isOwn(tags, event) || !isMadeBy(tags, event)) {
    throw new Failure(
      `parameter '${wanted.name}' exists already and is left as it is: choose another name, or delete it if nobody needs it`,
    );
  }
  return existing(store, wanted);
}

export async function update(store: ParameterStore, event: CloudFormationEvent): Promise<Outcome> {
  const wanted = wantedParameter(event.ResourceProperties);
  const isRenamed = event.PhysicalResourceId !== physicalIdOf(wanted.name);
  let tags = isRenamed ? undefined : await store.tagsOnce(wanted.name, (found) => isOwn(found, event));
  if (tags === undefined) {
    const made = await make(store, event, wanted);
    if (made) return made;
    // A new name that is taken is ours where the change of name is rolled back, or delivered again.
    tags = await store.tagsOnce(wanted.name, (found) => isOwn(found, event));
  }
  if (!isOwn(tags, event)) {
    throw new Failure(
      `parameter '${wanted.name}' exists and was not made by this resource, or lost its tags: it is left as it is`,
    );
  }
  const version = await rotate(store, event, wanted);
  if (version !== undefined) return { physicalId: physicalIdOf(wanted.name), version };
  await refuseOtherKey(store, event, wanted);
  return existing(store, wanted);
}

/** Deletes what this resource made, and only what CloudFormation means. */
export async function remove(store: ParameterStore, event: CloudFormationEvent): Promise<Outcome> {
  const physicalId = event.PhysicalResourceId ?? idOfNothing(event);
  if (physicalId.startsWith(ID)) {
    const name = physicalId.slice(ID.length);
    await removeOwn(store, event, name);
    if (event.ResourceProperties.Rotation !== undefined) await removeOwn(store, event, stagingNameOf(name));
  } else if (!physicalId.startsWith(NOTHING)) {
    // A creation that was never answered, of which CloudFormation knows the properties only. A parameter of that name that
    // it was told of is one that was retained, and stays.
    const { Name: name } = event.ResourceProperties;
    if (typeof name === 'string') await removeOwn(store, event, name, 'unanswered');
  }
  return { physicalId };
}

async function make(
  store: ParameterStore,
  event: CloudFormationEvent,
  wanted: WantedParameter,
): Promise<Outcome | undefined> {
  const content = {
    Value: wanted.generation ? generatedValue(wanted.generation) : placeholder,
    KeyId: wanted.keyId,
    Tier: wanted.tier,
    Description: wanted.description,
    AllowedPattern: wanted.allowedPattern,
  };
  const version = await store.create(wanted.name, content, tagsOfNew(event, wanted.rotation ?? 0));
  return version === undefined ? undefined : { physicalId: physicalIdOf(wanted.name), version, made: wanted.name };
}

async function existing(store: ParameterStore, { name }: WantedParameter): Promise<Outcome> {
  const { Version: version } = (await store.newest(name)) ?? {};
  return { physicalId: physicalIdOf(name), version, made: name };
}

/**
 * The value cannot be moved to another key by a function that cannot read it: said now, not when the next reader
 * fails.
 */
async function refuseOtherKey(
  store: ParameterStore,
  event: CloudFormationEvent,
  { name, keyId, generation }: WantedParameter,
): Promise<void> {
  if (event.OldResourceProperties?.KeyId === keyId) return;
  const { KeyId: used } = (await store.newest(name)) ?? {};
  if (used === undefined || used === keyId || keyId.endsWith(`/${used}`)) return;
  const instead = generation ? "raise 'rotation' for a new value, or put" : 'put';
  throw new Failure(
    `the value of parameter '${name}' is encrypted with key '${used}': ${instead} the value in again with --key-id '${keyId}', then deploy`,
  );
}

async function removeOwn(
  store: ParameterStore,
  event: CloudFormationEvent,
  name: string,
  which: 'any' | 'unanswered' = 'any',
): Promise<void> {
  const tags = await store.tagsOnce(name, (found) => isOwn(found, event));
  if (isOwn(tags, event) && (which === 'any' || !isAnswered(tags))) await store.remove(name);
}
