import { isObject } from './parse';
import type { JsonObject } from './parse';
import { callOf, isFunction } from './resolver';

/** An object of the template that is not the call of a function. */
export function isPlainNode(node: unknown): boolean {
  return isObject(node) && callOf(node) === undefined;
}

/**
 * Whether what stands under a key is what the template says: not below the call of a function, which has no other key.
 *
 * What is written beside a macro counts as it is written; what is not may be what the macro writes.
 */
export function isWritten(node: unknown, key: string): boolean {
  if (!isObject(node)) return false;
  return (Object.hasOwn(node, key) && !isFunction(key)) || callOf(node) === undefined || isBesideMacro(node, key);
}

function isBesideMacro(node: JsonObject, key: string): boolean {
  return Object.hasOwn(node, 'Fn::Transform') && Object.hasOwn(node, key);
}
