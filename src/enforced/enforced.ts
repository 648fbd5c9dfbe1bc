import { isDeepStrictEqual } from 'node:util';
import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { withParameterDefaults } from './parameter-defaults';

/**
 * A property of a resource that the construct sets and nobody else may change.
 */
export interface EnforcedProperty {
  /** The CloudFormation path below `Properties`: `VersioningConfiguration.Status`. `undefined` as a value wants it absent. */
  readonly path: string;
  /** What must stand in the template. */
  readonly value?: unknown;
  /** Instead of one value: whether what stands there (resolved, `undefined` if absent) is as secure. */
  readonly accepts?: (got: unknown) => boolean;
  /** The rule that the property satisfies, as in the catalogue. */
  readonly rule: string;
  /** What the person should do instead of changing it; the end of the error. */
  readonly instead: string;
  /** Whether what stands there may be a secret, which no error repeats. */
  readonly isSecret?: boolean;
}

const ENFORCED = Symbol.for('cdk-secure-serverless.enforced');

interface Entry {
  readonly resource: CfnResource;
  readonly type: string;
  readonly properties: EnforcedProperty[];
}

/**
 * Holds properties of a resource at their secure value.
 *
 * Called after `super()`: what a property injector changed is set back at once.
 * What escape hatches, aspects and mixins change later fails synthesis, because
 * the resource is read again when everything has run, as it will be written.
 *
 * @param owner the construct whose guarantee it is; its synthesis fails
 */
export function enforce(owner: IConstruct, resource: CfnResource, properties: readonly EnforcedProperty[]): void {
  const entries = entriesOf(owner);
  const known = entries.find((entry) => entry.resource === resource);
  if (known) {
    known.properties.push(...properties);
  } else {
    entries.push({ resource, type: resource.cfnResourceType, properties: [...properties] });
  }

  const stack = Stack.of(resource);
  const written = render(resource)?.Properties;
  for (const { path, value, accepts } of properties) {
    const wanted = stack.resolve(value);
    if (accepts === undefined && !isDeepStrictEqual(at(written, path), wanted)) {
      if (wanted === undefined) resource.addPropertyDeletionOverride(path);
      else resource.addPropertyOverride(path, value);
    }
  }
}

/**
 * Holds a resource in the template, without a property to watch: a policy that must not be removed, for example.
 */
export function enforcePresence(owner: IConstruct, resource: CfnResource): void {
  enforce(owner, resource, []);
}

/** The property paths of a resource that one of our constructs enforces, for the gate. */
export function enforcedPaths(resource: IConstruct): string[] {
  for (let owner: IConstruct | undefined = resource; owner; owner = owner.node.scope) {
    const entry = recorded(owner)?.find(({ resource: own }) => own === resource);
    if (entry) return entry.properties.map(({ path }) => path);
  }
  return [];
}

function recorded(owner: IConstruct): Entry[] | undefined {
  return (owner as unknown as Record<symbol, Entry[] | undefined>)[ENFORCED];
}

function entriesOf(owner: IConstruct): Entry[] {
  const existing = recorded(owner);
  if (existing) return existing;
  const entries: Entry[] = [];
  Object.defineProperty(owner, ENFORCED, { value: entries, enumerable: false });
  owner.node.addValidation({ validate: () => entries.flatMap((entry) => violations(owner, entry)) });
  return entries;
}

function violations(owner: IConstruct, { resource, type, properties }: Entry): string[] {
  const name = `'${resource.node.path}'`;
  if (!isInTree(owner, resource)) {
    return [`${name} (${type}) was removed: it belongs to what this construct guarantees, keep it`];
  }

  const written = render(resource);
  if (written?.Type !== type) return [`the type of ${name} was changed to '${String(written?.Type)}': keep '${type}'`];

  const primary = owner.node.defaultChild;
  const conditionOfPrimary = primary && CfnResource.isCfnResource(primary) ? render(primary)?.Condition : undefined;
  if (written.Condition !== undefined && written.Condition !== conditionOfPrimary) {
    return [
      `${name} (${type}) was made conditional ('${String(written.Condition)}'): it must be deployed whenever '${owner.node.path}' is`,
    ];
  }

  return insecureProperties(resource, properties, 'was changed to');
}

/**
 * The properties that do not stand in the template as they should, one sentence each.
 *
 * @param verb how they came to be so: a resource that was made past our construct was never changed
 */
export function insecureProperties(
  resource: CfnResource,
  properties: readonly EnforcedProperty[],
  verb: 'is' | 'was changed to',
): string[] {
  const stack = Stack.of(resource);
  const written = render(resource);
  return properties.flatMap(({ path, value, accepts, rule, instead, isSecret }) => {
    const got = at(written?.Properties, path);
    const kept = accepts
      ? accepts(got) && accepts(withParameterDefaults(stack, got))
      : isDeepStrictEqual(got, stack.resolve(value));
    return kept
      ? []
      : [
          `'${path}' of '${resource.node.path}' ${verb} ${isSecret ? 'something that is written out' : quote(got)}: ${instead} (${rule})`,
        ];
  });
}

function isInTree(owner: IConstruct, resource: IConstruct): boolean {
  for (let node: IConstruct = resource; node !== owner;) {
    const scope: IConstruct | undefined = node.node.scope;
    if (scope === undefined) return true;
    if (scope.node.tryFindChild(node.node.id) !== node) return false;
    node = scope;
  }
  return true;
}

export interface WrittenResource {
  readonly Type?: unknown;
  readonly Condition?: unknown;
  readonly DeletionPolicy?: unknown;
  readonly UpdateReplacePolicy?: unknown;
  readonly Properties?: unknown;
}

/** The resource as it will be written into the template, overrides and all. */
export function render(resource: CfnResource): WrittenResource | undefined {
  const rendered = Stack.of(resource).resolve(
    (resource as unknown as { _toCloudFormation(): unknown })._toCloudFormation(),
  ) as { Resources?: Record<string, WrittenResource> };
  return Object.values(rendered.Resources ?? {})[0];
}

function at(properties: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (node, key) => (node !== null && typeof node === 'object' ? (node as Record<string, unknown>)[key] : undefined),
      properties,
    );
}

function quote(got: unknown): string {
  if (got === undefined) return 'nothing';
  const text = JSON.stringify(got);
  return `'${text.length > 120 ? `${text.slice(0, 117)}...` : text}'`;
}
