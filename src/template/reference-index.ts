import type { Application } from './application';
import { attachedPolicies } from './attached-policies';
import { own } from './parse';
import { Text, Unknown } from './resolved';
import type { Resource } from './resource';
import type { Value } from './value';

/** The neighbours of a resource. */
export interface References {
  /** What it refers to. */
  readonly outgoing: readonly Resource[];
  /** What refers to it. */
  readonly incoming: readonly Resource[];
}

/**
 * Who refers to whom, over all templates and all ways in which conditions can fall out; built once, when first asked.
 */
export class ReferenceIndex {
  private readonly attachments = new Map<string, Map<string, Attachments>>();
  private principals?: Map<Resource, Set<Resource>>;
  private neighbours?: { outgoing: Map<Resource, Set<Resource>>; incoming: Map<Resource, Set<Resource>> };

  constructor(private readonly application: Application) {}

  of(resource: Resource): References {
    this.neighbours ??= this.application.resolution.outsideOfWorlds(() => this.findNeighbours());
    return {
      outgoing: [...(this.neighbours.outgoing.get(resource) ?? [])],
      incoming: [...(this.neighbours.incoming.get(resource) ?? [])],
    };
  }

  attachedTo(resource: Resource, type: string, property: string): readonly Resource[] {
    const { candidates, certain } = this.attachmentsBy(type, property);
    const known = certain.get(resource);
    if (known) return known;
    const { resolution } = this.application;
    const choicesBefore = resolution.choices;
    const name = nameOf(resource);
    const named = name ? candidates.get(name) : undefined;
    const referring = candidates.get(resource);
    if (!named && !referring) return nobody;
    const attached = [...new Set([...(referring ?? []), ...(named ?? [])])].filter((candidate) => {
      if (!candidate.exists) return false;
      const value = candidate.read(property);
      return (
        value.targets.includes(resource) || (name !== undefined && value.items.some((item) => nameSaid(item) === name))
      );
    });
    if (resolution.choices === choicesBefore) certain.set(resource, attached);
    return attached;
  }

  private attachmentsBy(type: string, property: string): Attachments {
    let ofType = this.attachments.get(type);
    if (!ofType) {
      ofType = new Map();
      this.attachments.set(type, ofType);
    }
    let attachments = ofType.get(property);
    if (!attachments) {
      const candidates = this.application.resolution.outsideOfWorlds(() => this.findAttached(type, property));
      attachments = { candidates, certain: new Map() };
      ofType.set(property, attachments);
    }
    return attachments;
  }

  principalsOf(resource: Resource): readonly Resource[] {
    this.principals ??= this.application.resolution.outsideOfWorlds(() => this.findPrincipals());
    return [...(this.principals.get(resource) ?? [])].filter((principal) => principal.exists);
  }

  private findPrincipals() {
    const principals = new Map<Resource, Set<Resource>>();
    for (const type of ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group']) {
      for (const principal of this.application.declared(type)) {
        for (const { document } of attachedPolicies(principal)) {
          for (const target of document?.targets ?? []) {
            principals.set(target, (principals.get(target) ?? new Set()).add(principal));
          }
        }
      }
    }
    return principals;
  }

  private findNeighbours() {
    const outgoing = new Map<Resource, Set<Resource>>();
    const incoming = new Map<Resource, Set<Resource>>();
    const connect = (index: Map<Resource, Set<Resource>>, from: Resource, to: Resource) =>
      index.set(from, (index.get(from) ?? new Set()).add(to));
    for (const resource of this.application.resources) {
      for (const target of resource.properties.targets) {
        connect(outgoing, resource, target);
        connect(incoming, target, resource);
      }
    }
    return { outgoing, incoming };
  }

  private findAttached(type: string, property: string) {
    const attached = new Map<Resource | string, Resource[]>();
    const add = (key: Resource | string, resource: Resource) => {
      const others = attached.get(key);
      if (others) others.push(resource);
      else attached.set(key, [resource]);
    };
    for (const resource of this.application.declared(type)) {
      const value = resource.read(property);
      for (const target of value.targets) add(target, resource);
      for (const branch of value.branches) {
        for (const item of branch.items) {
          const name = nameSaid(item);
          if (name !== undefined) add(name, resource);
        }
      }
    }
    return attached;
  }
}

const nobody: readonly Resource[] = [];

/** The resources of a type by what one of their properties says. */
interface Attachments {
  /** By the resource that it refers to, or the name that it says, in any way in which conditions can fall out. */
  readonly candidates: ReadonlyMap<Resource | string, readonly Resource[]>;
  /** By the resource that they are attached to however conditions fall out. */
  readonly certain: Map<Resource, readonly Resource[]>;
}

/** The name that a resource was given, by the property that most types have for it: `BucketName`, `RoleName`…, or `Name` alone. */
function nameOf(resource: Resource): string | undefined {
  let property = nameProperties.get(resource.type);
  if (property === undefined) {
    property = `${resource.type.split('::').at(-1)}Name`;
    nameProperties.set(resource.type, property);
  }
  const written = [property, 'Name'].find((name) => own(resource.rawProperties, name) !== undefined);
  if (written === undefined) return undefined;
  const name = own(resource.rawProperties, written);
  return typeof name === 'string' ? name : nameSaid(resource.read(written));
}

const nameProperties = new Map<string, string>();

/** What a value says, where two that say it say the same: a parameter that has no default is itself, in its own template. */
function nameSaid(value: Value): string | undefined {
  const { resolved, scalar } = value;
  if (scalar !== undefined) return typeof scalar === 'string' ? scalar : undefined;
  if (!(resolved instanceof Text || resolved instanceof Unknown)) return undefined;
  const text = String(resolved);
  return text.includes('…') ? undefined : `${value.resource.template.path}\0${text}`;
}
