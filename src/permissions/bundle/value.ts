import type { ObjectExpression } from 'acorn';
import type { AnyFunction } from './program/definition';

/** What an expression can stand for, as far as the SDK is concerned. */
export type Value =
  | { readonly kind: 'module'; readonly module: string }
  /** What a module exports: a class, or a function. */
  | { readonly kind: 'export'; readonly module: string; readonly name: string }
  /** What was made of a class that a module exports. */
  | { readonly kind: 'instance'; readonly module: string; readonly name: string }
  | { readonly kind: 'method'; readonly module: string; readonly name: string; readonly method: string }
  | { readonly kind: 'object'; readonly node: ObjectExpression }
  | { readonly kind: 'function'; readonly node: AnyFunction };

/** What a member of that name stands for, where a value is no object that is written down. */
export function membersOf(value: Value, name: string): readonly Value[] {
  switch (value.kind) {
    case 'module':
      if (name === 'default') return [value];
      return [{ kind: 'export', module: value.module, name }];
    case 'instance':
      return [{ kind: 'method', module: value.module, name: value.name, method: name }];
    default:
      return [];
  }
}

/** Each value once. */
export function distinctValues(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const known = new Set<unknown>();
  return values.filter((value) => {
    const key =
      'node' in value
        ? value.node
        : [value.kind, value.module, 'name' in value ? value.name : '', 'method' in value ? value.method : ''].join(
            ' ',
          );
    return !known.has(key) && known.add(key);
  });
}
