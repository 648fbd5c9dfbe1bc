import { basename } from 'node:path';
import type { Application, DeployedStack } from './application';
import type { DeclaredResource } from './declared-resource';
import { isLoop, Loops } from './loops';
import { isObject, own } from './parse';
import type { JsonObject } from './parse';
import { Unknown } from './resolved';
import type { Resolved } from './resolved';
import { Resolver } from './resolver';
import { Resource } from './resource';
import { expandServerless } from './sam';
import { hasLanguageExtensions, macrosOf, macrosIn } from './transforms';

/** Where in the construct tree a resource comes from; its metadata may say it, and may be wrong. */
export type ConstructPaths = (logicalId: string, recorded: unknown) => string | undefined;

/**
 * One CloudFormation template of an application.
 */
export class Template {
  readonly resources: readonly Resource[];
  /** Names of the macros that may change everything in it at deployment. */
  readonly macros: readonly string[];
  /** Whether a resource may hold a macro. */
  readonly hasMacrosInside: boolean;
  readonly resolver: Resolver;
  /** The `AWS::CloudFormation::Stack`s that deploy this template, where it is a nested one. */
  readonly parents: Resource[] = [];
  private readonly content: JsonObject;
  private readonly byLogicalId = new Map<string, Resource>();
  /** Other names of resources, of the form `Books.Alias`. */
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    readonly application: Application,
    /** The file, as it was given. */
    readonly path: string,
    { written, mayHoldMacros }: { readonly written: JsonObject; readonly mayHoldMacros: boolean },
    constructPaths: ConstructPaths = () => undefined,
    readonly stack: DeployedStack = { name: basename(path).split('.')[0] },
  ) {
    this.content = written;
    this.content = this.withoutLoops();
    this.resolver = new Resolver(this);
    this.macros = macrosOf(written);
    // Loops put keys together.
    this.hasMacrosInside =
      (mayHoldMacros || this.content !== written) &&
      Object.values(this.section('Resources')).some((one) => !macrosIn(one).next().done);
    const { resources, names } = expandServerless(this.declaredResources(), own(written, 'Globals'));
    this.names = names;
    for (const declared of resources) {
      this.byLogicalId.set(declared.logicalId, new Resource(this, declared, constructPaths));
    }
    this.resources = [...this.byLogicalId.values()];
  }

  /** The stack that deploys this template, in this world where there are several: each gives it other parameters. */
  get parent(): Resource | undefined {
    const { parents } = this;
    if (parents.length <= 1) return parents[0];
    const { resolution } = this.application;
    const { world } = resolution;
    resolution.choices++;
    if (!world) return undefined;
    const key = `${this.path}|deployed by`;
    const parent = parents[world.choose(key, parents.length)];
    world.note({
      key,
      subject: `"${this.path}"`,
      is: `is deployed by ${parent.logicalId}`,
      ask: () => void this.parent,
    });
    return parent;
  }

  private withoutLoops(): JsonObject {
    const sections = ['Conditions', 'Outputs', 'Resources'] as const;
    const hasLoops =
      hasLanguageExtensions(this.content) || sections.some((name) => Object.keys(this.section(name)).some(isLoop));
    if (!hasLoops) return this.content;
    // With a resolver of its own, because what a nested stack is given is only known later.
    const resolver = new Resolver(this);
    const loops = new Loops(this.path, (collection) => resolver.resolve(collection));
    return {
      ...this.content,
      ...Object.fromEntries(sections.map((name) => [name, loops.writeOut(this.section(name))])),
    };
  }

  private declaredResources(): readonly DeclaredResource[] {
    return Object.entries(this.section('Resources')).flatMap(([logicalId, declaration]) => {
      if (logicalId === 'Fn::Transform' || own(declaration, 'Fn::Transform')) {
        if (typeof own(declaration, 'Type') !== 'string') return [];
      }
      if (!isObject(declaration) || typeof declaration.Type !== 'string') {
        throw new Error(`"${this.path}" is not a CloudFormation template: resource "${logicalId}" has no "Type"`);
      }
      return [{ logicalId, declaration }];
    });
  }

  /** A section such as `Parameters`, as it was written. */
  section(name: string): JsonObject {
    const section = own(this.content, name);
    return isObject(section) ? section : {};
  }

  /** What the template says of itself, as it was written. */
  get description(): unknown {
    return own(this.content, 'Description');
  }

  /** `undefined` where the template has no such resource. */
  resource(logicalId: string): Resource | undefined {
    return this.byLogicalId.get(logicalId) ?? this.byLogicalId.get(this.names.get(logicalId) ?? '');
  }

  /** Whether a text with a dot is one of the names that SAM gives to what it makes. */
  isName(name: string): boolean {
    return this.names.has(name);
  }

  hasOutput(name: string): boolean {
    return isObject(own(this.section('Outputs'), name));
  }

  output(name: string): Resolved | undefined {
    const output = own(this.section('Outputs'), name);
    const text = `\${outputs.${name}}`;
    if (!isObject(output)) return new Unknown(`"${this.path}" has no output "${name}"`, text);
    return this.application.resolution.once(
      `${this.path}|output|${name}`,
      () => this.resolver.resolve(output.Value),
      () => new Unknown(`output "${name}" depends on itself`, text),
    );
  }
}
