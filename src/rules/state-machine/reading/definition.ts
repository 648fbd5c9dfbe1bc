import type { Resource, Value } from '../../../template';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A state of a definition in the Amazon States Language. */
export type State = { readonly [key: string]: Json };

/** The property that holds the definition. */
export function definitionIn(machine: Resource): Value {
  const definition = machine.read('Definition');
  return definition.isAbsent ? machine.read('DefinitionString') : definition;
}

/** The definition with `${…}` where references stand; `undefined` where it is not in the template, or not JSON. */
export function definitionOf(machine: Resource): State | undefined {
  const value = definitionIn(machine);
  const text = value.isObject ? value.toString() : value.text;
  try {
    const json = JSON.parse(text ?? '') as Json;
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Every state, also those within `Map` and `Parallel`, by name. */
export function statesIn(definition: State): readonly (readonly [string, State])[] {
  const states = isObject(definition.States) ? Object.entries(definition.States) : [];
  return states.flatMap(([name, state]) => {
    if (!isObject(state)) return [];
    const branches = Array.isArray(state.Branches) ? (state.Branches as readonly Json[]) : [];
    const inner = [...branches, state.Iterator, state.ItemProcessor].filter(isObject);
    return [[name, state] as const, ...inner.flatMap(statesIn)];
  });
}

/** Every text in a definition with the key that it stands at. */
export function textsIn(json: Json, key = ''): readonly (readonly [string, string])[] {
  if (typeof json === 'string') return [[key, json]];
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((item) => textsIn(item, key));
  return isObject(json) ? Object.entries(json).flatMap(([name, item]) => textsIn(item, name)) : [];
}

function isObject(json: Json | undefined): json is State {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
