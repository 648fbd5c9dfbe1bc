import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { attachedPolicies } from './attached-policies';
import type { AttachedPolicy } from './attached-policies';
import { own, parseTemplate } from './parse';
import { ReferenceIndex } from './reference-index';
import type { References } from './reference-index';
import { Resolution } from './resolution';
import type { Resource } from './resource';
import { Template } from './template';
import type { ConstructPaths } from './template';
import { World } from './world';

/** A template to load. */
export interface TemplateSource {
  readonly path: string;
  /** @default - read from `path` */
  readonly content?: string;
  /** @default - the `aws:cdk:path` of the resources' metadata */
  readonly constructPaths?: ConstructPaths;
  /** The `AWS::CloudFormation::Stack` that deploys it. @default - found by the stack's asset or URL */
  readonly nestedIn?: { readonly path: string; readonly logicalId: string };
}

/** What was found in one way in which the conditions can fall out. */
export interface Outcome<T> {
  readonly result: T;
  /** What was asked for, and holds: `condition "IsProduction" is true`. */
  readonly when: readonly string[];
}

/** Six independent conditions. */
const maximumWorlds = 64;

/**
 * All templates that are deployed together, with what they refer to in each other.
 */
export class Application {
  /**
   * @throws if a file cannot be read or is not a template; the message names it
   */
  static load(sources: readonly (string | TemplateSource)[]): Application {
    return new Application(sources.map((source) => (typeof source === 'string' ? { path: source } : source)));
  }

  readonly templates: readonly Template[];
  readonly resolution = new Resolution();
  /** Is told of every read, for whoever wants to know what rules look at. */
  onRead?: (resource: Resource, path: readonly string[]) => void;

  private readonly byType = new Map<string, Resource[]>();
  private readonly byPath = new Map<string, Template>();
  private readonly nested = new Map<Resource, Template>();
  private readonly references_ = new ReferenceIndex(this);
  private exports?: Map<string, { readonly template: Template; readonly output: string }>;

  private constructor(sources: readonly TemplateSource[]) {
    this.templates = sources.map(({ path, content, constructPaths }) => {
      const template = new Template(this, path, parseTemplate(path, content ?? read(path)), constructPaths);
      this.byPath.set(resolve(path), template);
      return template;
    });
    for (const resource of this.resources) {
      const sameType = this.byType.get(resource.type);
      if (sameType) sameType.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
    for (const { path, nestedIn } of sources) {
      const stack = nestedIn && this.byPath.get(resolve(nestedIn.path))?.resource(nestedIn.logicalId);
      if (stack) this.nested.set(stack, this.byPath.get(resolve(path))!);
    }
    for (const stack of this.declared('AWS::CloudFormation::Stack')) {
      const nested = this.nested.get(stack) ?? this.findNested(stack);
      if (!nested || nested === stack.template || nested.parent) continue;
      this.nested.set(stack, nested);
      nested.parent = stack;
    }
  }

  get resources(): readonly Resource[] {
    return this.templates.flatMap((template) => template.resources);
  }

  /** The resources of some types, those aside whose condition does not hold. */
  ofType(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.declared(type)).filter((resource) => resource.exists);
  }

  /** The resources of a type, those whose condition may not hold too. */
  declared(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** What a resource refers to, and what refers to it, across stacks too. */
  references(resource: Resource): References {
    return this.references_.of(resource);
  }

  /**
   * The resources of a type whose property refers to a resource, or says its name:
   * `app.attachedTo(bucket, 'AWS::S3::BucketPolicy', 'Bucket')`.
   */
  attachedTo(resource: Resource, type: string, property: string): readonly Resource[] {
    return this.references_.attachedTo(resource, type, property);
  }

  /** The policies of a role: inline, separate and managed ones. */
  policiesOf(role: Resource): readonly AttachedPolicy[] {
    return attachedPolicies(role);
  }

  /**
   * Runs something once for every way in which the conditions and parameters that it meets can fall out.
   *
   * `undefined` stands for further ways, beyond a number that nobody would read.
   */
  inEveryWorld<T>(run: () => T): readonly (Outcome<T> | undefined)[] {
    const outcomes: (Outcome<T> | undefined)[] = [];
    let script: number[] | undefined = [];
    while (script) {
      if (outcomes.length === maximumWorlds) return [...outcomes, undefined];
      const world: World = new World(script);
      this.resolution.world = world;
      try {
        outcomes.push({ result: run(), when: world.when });
      } finally {
        this.resolution.world = undefined;
      }
      script = world.next();
    }
    return outcomes;
  }

  /** Where an export of this name comes from. */
  exported(name: string): { readonly template: Template; readonly output: string } | undefined {
    if (!this.exports) {
      this.exports = new Map();
      for (const template of this.templates) {
        for (const [output, declaration] of Object.entries(template.section('Outputs'))) {
          const exportName = own(own(declaration, 'Export'), 'Name');
          if (exportName !== undefined) {
            this.exports.set(String(template.resolver.resolve(exportName)), { template, output });
          }
        }
      }
    }
    return this.exports.get(name);
  }

  /** The template that a nested stack deploys, where it is part of the application. */
  nestedTemplate(stack: Resource): Template | undefined {
    return this.nested.get(stack);
  }

  /** The CDK names the file in the metadata, other tools in the URL. */
  private findNested(stack: Resource): Template | undefined {
    const asset = stack.metadata['aws:asset:path'];
    const url = stack.rawProperties.TemplateURL;
    const file = typeof asset === 'string' ? asset : url;
    if (typeof file !== 'string') return undefined;
    const folder = dirname(stack.template.path);
    return this.byPath.get(resolve(folder, file)) ?? this.byPath.get(resolve(folder, basename(file)));
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`template "${path}" cannot be read: ${(error as Error).message}`);
  }
}
