import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, Resource as ResourceSpec } from '@aws-cdk/service-spec-types';

/** A template, one of whose properties was changed. */
export interface Mutant {
  readonly logicalId: string;
  readonly type: string;
  /** Below the resource: `['Properties', 'Policies', '0', …]`; empty for the resource as a whole. */
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly template: JsonTemplate;
}

export type Operator = 'remove the resource' | 'remove' | 'remove the statement' | 'flip' | 'next value' | 'widen to *';

export interface JsonTemplate {
  readonly Resources: Record<string, { readonly Type: string } & Json>;
}

type Json = Record<string, unknown>;

interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
  /** What the schema says of it. */
  readonly property?: Pick<Property, 'type' | 'required'>;
}

const schema = loadAwsServiceSpecSync();

/** What stands beside the properties and decides what becomes of a resource. */
const attributes = ['DeletionPolicy', 'UpdateReplacePolicy'];
const widened = ['Action', 'Resource', 'Principal'];

/**
 * Every mutant of a template by the operators of the design: each property of each resource is removed, flipped, set to the
 * next value that the schema allows; each action, resource and principal of a policy is widened, each condition and each
 * statement removed; each resource removed.
 *
 * What CloudFormation would refuse for the want of a required property is none.
 */
export function* mutants(template: JsonTemplate): Generator<Mutant> {
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    const type = resource.Type;
    const of = (path: readonly string[], operator: Operator, change: (copy: JsonTemplate) => void): Mutant => {
      const copy = structuredClone(template);
      change(copy);
      return { logicalId, type, path, operator, template: copy };
    };
    yield of([], 'remove the resource', (copy) => delete copy.Resources[logicalId]);
    for (const place of placesOf(resource)) {
      const { path } = place;
      if (!place.property?.required) {
        const operator = isStatement(place) ? 'remove the statement' : 'remove';
        yield of(path, operator, (copy) => remove(copy.Resources[logicalId], path));
      }
      for (const [operator, value] of replacements(place, resource)) {
        yield of(path, operator, (copy) => replace(copy.Resources[logicalId], path, value));
      }
    }
  }
}

function* placesOf(resource: { readonly Type: string } & Json): Generator<Place> {
  for (const attribute of attributes) {
    if (attribute in resource) yield { path: [attribute], value: resource[attribute] };
  }
  const [spec] = [...schema.lookup('resource', 'cloudFormationType', 'equals', resource.Type)] as ResourceSpec[];
  for (const [name, value] of Object.entries((resource.Properties as Json) ?? {})) {
    yield* placesBelow({ path: ['Properties', name], value, property: spec?.properties[name] });
  }
}

function* placesBelow(place: Place): Generator<Place> {
  yield place;
  const { path, value, property } = place;
  // Inside of a function of CloudFormation is no property.
  if (typeof value !== 'object' || value === null || isFunction(value)) return;
  const element = property && below(property.type);
  for (const [key, item] of Object.entries(value)) {
    yield* placesBelow({ path: [...path, key], value: item, property: element?.(key) });
  }
}

function below(type: PropertyType): ((key: string) => Place['property']) | undefined {
  switch (type.type) {
    case 'array':
    case 'map':
      return () => ({ type: type.element });
    case 'union': {
      const options = type.types.map(below);
      return (key) => options.map((option) => option?.(key)).find(Boolean);
    }
    case 'ref': {
      const { properties } = schema.get('typeDefinition', type.reference.$ref);
      return (key) => properties[key];
    }
    default:
      return undefined;
  }
}

function isFunction(value: object): boolean {
  const [key, ...rest] = Object.keys(value);
  return rest.length === 0 && (key === 'Ref' || key?.startsWith('Fn::'));
}

function isStatement({ path, value }: Place): boolean {
  return path.at(-2) === 'Statement' && typeof value === 'object';
}

function* replacements({ path, value, property }: Place, resource: Json): Generator<[Operator, unknown]> {
  if (typeof value === 'boolean') yield ['flip', !value];
  if (value === 'true' || value === 'false') yield ['flip', value === 'true' ? 'false' : 'true'];
  if (attributes.includes(path[0]) && value !== 'Delete') yield ['next value', 'Delete'];
  const allowed = allowedValues(property);
  if (typeof value === 'string' && allowed.includes(value) && allowed.length > 1) {
    yield ['next value', allowed[(allowed.indexOf(value) + 1) % allowed.length]];
  }
  const isAllowed = path.at(-3) === 'Statement' && parentOf(resource, path).Effect === 'Allow';
  if (isAllowed && widened.includes(path.at(-1)!) && value !== '*') yield ['widen to *', '*'];
}

/** From the schema, or from the list that its documentation gives where the schema has none. */
function allowedValues(property: Place['property']): readonly string[] {
  const { type, documentation = '' } = (property ?? {}) as Partial<Property>;
  if (type?.type !== 'string') return [];
  if (type.allowedValues) return type.allowedValues;
  return [...documentation.matchAll(/^[-*] [*`]+([\w.:-]+)[*`]+/gm)].map(([, name]) => name);
}

function remove(resource: Json, path: readonly string[]): void {
  const parent = parentOf(resource, path);
  if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
  else delete parent[path.at(-1)!];
}

function replace(resource: Json, path: readonly string[], value: unknown): void {
  parentOf(resource, path)[path.at(-1)!] = value;
}

function parentOf(resource: Json, path: readonly string[]): Json {
  return path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, resource);
}
