import { Failure } from './failure';
import { generatedValue } from './generated-value';
import { isOwn, rotationOf, tagsOfNew, tagsOfRotation } from './ownership';
import type { ParameterStore } from './parameter-store';
import type { CloudFormationEvent, WantedParameter } from './request';
import { stagingNameOf } from './staging-name';

/**
 * Puts a new value in, one for each rotation however often, and by how many at once, the request is delivered.
 *
 * SSM overwrites without a condition. What it does decide is who makes a parameter first: the next value is made as a
 * parameter of its own, everybody who is to put it in takes it from there, and it goes when the rotation is marked as
 * done.
 *
 * @returns the version of the new value; undefined where the rotation was done already
 */
export async function rotate(
  store: ParameterStore,
  event: CloudFormationEvent,
  wanted: WantedParameter,
): Promise<number | undefined> {
  const { name, rotation, generation } = wanted;
  if (generation === undefined || rotation === undefined) return undefined;
  const isDone = async () => rotationOf(await store.tags(name)) >= rotation;
  const staging = stagingNameOf(name);

  for (let attempt = 0; attempt < 10; attempt++) {
    if (await isDone()) {
      await removeOwn(store, event, staging);
      return undefined;
    }
    const Description = `The next value of ${name}, while it is rotated`;
    const content = { Value: generatedValue(generation), KeyId: wanted.keyId, Tier: 'Standard', Description } as const;
    const isFirst = (await store.create(staging, content, tagsOfNew(event, rotation))) !== undefined;
    if (!isFirst && !(await isOfRotation(store, event, staging, rotation))) continue;

    // Somebody who was faster may have finished, and removed what he made, before ours was made.
    if (await isDone()) continue;
    const value = await store.value(staging);
    if (value === undefined) continue;

    const version = await store.overwrite(name, await contentOf(store, wanted, value));
    await store.tag(name, tagsOfRotation(rotation));
    await store.tagsOnce(name, (tags) => rotationOf(tags) >= rotation);
    await store.remove(staging);
    return version;
  }
  throw new Failure(`parameter '${staging}' comes and goes while '${name}' is rotated: deploy again`);
}

/** Whether what lies there is the value for this rotation; one that an earlier rotation left is removed. */
async function isOfRotation(
  store: ParameterStore,
  event: CloudFormationEvent,
  staging: string,
  rotation: number,
): Promise<boolean> {
  const tags = await store.tagsOnce(staging, (found) => found === undefined || isOwn(found, event));
  if (tags === undefined) return false;
  if (!isOwn(tags, event)) {
    throw new Failure(`parameter '${staging}' exists and was not made by this resource: the rotation needs that name`);
  }
  if (rotationOf(tags) === rotation) return true;
  await store.remove(staging);
  return false;
}

async function removeOwn(store: ParameterStore, event: CloudFormationEvent, name: string): Promise<void> {
  if (isOwn(await store.tags(name), event)) await store.remove(name);
}

/** An advanced parameter stays one: SSM has no way back. */
async function contentOf(store: ParameterStore, wanted: WantedParameter, value: string) {
  const { Tier } = (await store.newest(wanted.name)) ?? {};
  return {
    Value: value,
    KeyId: wanted.keyId,
    Tier: Tier === 'Advanced' ? Tier : wanted.tier,
    Description: wanted.description,
    AllowedPattern: wanted.allowedPattern,
  };
}
