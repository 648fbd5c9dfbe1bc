import { isIntrinsic } from './raw';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/**
 * The properties of a SAM resource with those that `Globals` has for all of its type: maps are merged, lists put one
 * behind the other, and anything else is what the resource itself says.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function withGlobals(globals: unknown, type: string, properties: unknown): JsonObject {
  const merged = merge(own(globals, type.replace('AWS::Serverless::', '')), properties ?? {});
  return isObject(merged) ? merged : {};
}

function merge(global: unknown, local: unknown): unknown {
  if (local === undefined) return global;
  if (global === undefined || isIntrinsic(global) || isIntrinsic(local)) return local;
  if (Array.isArray(global) && Array.isArray(local)) return [...(global as unknown[]), ...(local as unknown[])];
  if (!isObject(global) || !isObject(local)) return local;
  const keys = new Set([...Object.keys(global), ...Object.keys(local)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(own(global, key), own(local, key))]));
}
