import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** What only the transform knows: the resolver makes an unknown of it. */
export const madeByTransform: JsonObject = { 'Fn::Transform': { Name: 'AWS::Serverless-2016-10-31' } };

/** Whether an object is the call of an intrinsic function, whose result nobody merges or rewrites. */
export function isIntrinsic(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0] === 'Condition' || keys[0].startsWith('Fn::'));
}

/** Rewrites a value in both branches of an `Fn::If`; what another function gives is left to the transform. */
export function rewrite(value: unknown, work: (plain: unknown) => unknown): unknown {
  if (!isIntrinsic(value)) return value === undefined ? undefined : work(value);
  const branches = value['Fn::If'];
  if (Array.isArray(branches)) {
    return { 'Fn::If': [branches[0], rewrite(branches[1], work), rewrite(branches[2], work)] };
  }
  return value.Ref === 'AWS::NoValue' ? value : madeByTransform;
}

/** A list out of a list or a single thing. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** An object without what is `undefined`. */
export function defined(entries: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

/** The own properties of some names, those aside that are not there. */
export function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return defined(Object.fromEntries(names.map((name) => [name, own(object, name)])));
}

/** SAM writes tags as a map. */
export function tagsOf(tags: unknown): unknown {
  return rewrite(tags, (plain) =>
    isObject(plain) ? Object.entries(plain).map(([Key, Value]) => ({ Key, Value })) : plain,
  );
}

export function arnOf(logicalId: string): JsonObject {
  return { 'Fn::GetAtt': [logicalId, 'Arn'] };
}

/** The name of a logical id that `Ref` names; `undefined` for anything else. */
export function referenceTo(value: unknown): string | undefined {
  const name = own(value, 'Ref');
  return typeof name === 'string' ? name : undefined;
}
