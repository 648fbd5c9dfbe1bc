import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isAssembly, templatesOf } from './assembly';
import { attachedPolicies } from './attached-policies';
import type { AttachedPolicy } from './attached-policies';
import { besideResources } from './beside-resources';
import { mayHoldKey, parseTemplate } from './parse';
import type { JsonObject } from './parse';
import { ReferenceIndex } from './reference-index';
import type { References } from './reference-index';
import { Resolution } from './resolution';
import type { Resource } from './resource';
import { breaksRules } from './rules-section';
import { SharedValues } from './shared-values';
import { Template } from './template';
import type { ConstructPaths } from './template';
import { textOfNote, World } from './world';
import type { Note } from './world';

/** A template to load. */
export interface TemplateSource {
  readonly path: string;
  /** @default - read from `path` */
  readonly content?: string;
  /** What `content` says. @default - it is parsed */
  readonly parsed?: JsonObject;
  /** @default - the `aws:cdk:path` of the resources' metadata */
  readonly constructPaths?: ConstructPaths;
  /** @default - the name of the file up to its first dot, in an environment that nobody knows */
  readonly stack?: DeployedStack;
  /** The `AWS::CloudFormation::Stack` that deploys it. @default - found by the stack's asset or URL */
  readonly nestedIn?: { readonly path: string; readonly logicalId: string };
}

/** The stack that a template is deployed as. */
export interface DeployedStack {
  readonly name: string;
  /** `account/region`, where they are known. */
  readonly environment?: string;
}

/** What was found in one way in which the conditions can fall out. */
export interface Outcome<T> {
  readonly result: T;
  /** What was asked for, and holds: `condition "IsProduction" is true`. */
  readonly when: readonly string[];
  readonly notes: readonly Note[];
}

/** Six independent conditions. */
const maximumWorlds = 64;

/**
 * All templates that are deployed together, with what they refer to in each other.
 */
export class Application {
  /**
   * @param sources templates, their files, or the folders of cloud assemblies
   * @throws if something cannot be read or is not a template; the message names it
   */
  static load(sources: readonly (string | TemplateSource)[]): Application {
    return new Application(
      sources.flatMap((source) => {
        if (typeof source !== 'string') return [source];
        return isAssembly(source) ? templatesOf(source) : [{ path: source }];
      }),
    );
  }

  readonly templates: readonly Template[];
  /** Whether all templates were read. */
  readonly isLoaded: boolean = false;
  readonly resources: readonly Resource[];
  readonly resolution = new Resolution();
  /** What templates leave for each other. */
  readonly sharedValues = new SharedValues(this);
  /** What was worked out once, by what worked it out and by what it is about: see `once.ts`. */
  readonly kept = new Map<unknown, Map<object, unknown>>();
  /** Is told of every read, for whoever wants to know what rules look at. */
  onRead?: (resource: Resource, path: readonly string[]) => void;
  /** Is told of every type that is asked for, and of the property by which something is attached. */
  onAsk?: (type: string, property?: string) => void;

  private everything?: readonly Resource[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly byPath = new Map<string, Template>();
  private readonly nested = new Map<Resource, Template>();
  private readonly references_ = new ReferenceIndex(this);
  private untouched?: World;

  private ruled?: readonly Template[];

  private constructor(sources: readonly TemplateSource[]) {
    this.templates = sources.map(({ path, content = read(path), parsed, constructPaths, stack }) => {
      const written = parsed ?? parseTemplate(path, content);
      const mayHoldMacros = mayHoldKey(content, 'Fn::Transform');
      const template = new Template(this, path, { written, mayHoldMacros }, constructPaths, stack);
      this.byPath.set(resolve(path), template);
      return template;
    });
    this.isLoaded = true;
    this.resources = this.templates.flatMap((template) => template.resources);
    for (const resource of this.resources) {
      add(this.byType, resource.type, resource);
    }
    for (const { path, nestedIn } of sources) {
      const stack = nestedIn && this.byPath.get(resolve(nestedIn.path))?.resource(nestedIn.logicalId);
      if (stack) this.nested.set(stack, this.byPath.get(resolve(path))!);
    }
    for (const stack of this.declared('AWS::CloudFormation::Stack')) {
      const nested = this.nested.get(stack) ?? this.findNested(stack);
      if (!nested || isWithin(stack.template, nested)) continue;
      this.nested.set(stack, nested);
      nested.parents.push(stack);
    }
  }

  private get withRules(): readonly Template[] {
    this.ruled ??= this.templates.filter((template) => Object.keys(template.section('Rules')).length > 0);
    return this.ruled;
  }

  /** The resources of some types, those aside whose condition does not hold. */
  ofType(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.declared(type)).filter((resource) => resource.exists);
  }

  /**
   * The resources of a type, those whose condition may not hold too; `*` stands for all of them, and for what the
   * templates say beside them.
   */
  declared(type: string): readonly Resource[] {
    this.onAsk?.(type);
    if (type !== '*') return this.byType.get(type) ?? [];
    this.everything ??= [...this.resources, ...this.templates.flatMap(besideResources)];
    return this.everything;
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
    this.onAsk?.(type, property);
    return this.references_.attachedTo(resource, type, property);
  }

  /**
   * The roles, users and groups whose policies refer to a resource.
   *
   * What they may do to it, and who else may, is what `accessTo` works out; policies that name it with a wildcard are
   * counted there only.
   */
  principalsOf(resource: Resource): readonly Resource[] {
    return this.references_.principalsOf(resource);
  }

  /** The policies of a role, user or group: inline, separate and managed ones. */
  policiesOf(role: Resource): readonly AttachedPolicy[] {
    return attachedPolicies(role);
  }

  /**
   * Runs something once for every way in which the conditions and parameters that it meets can fall out.
   *
   * `undefined` stands for further ways, beyond a number that nobody would read. Where there are further ways, each
   * choice was looked at on its own: with all others as they come first, and with all others as they come last.
   *
   * @param questions what to ask in each world too, so that all of them are told apart by the same things
   */
  inEveryWorld<T>(run: () => T, questions: readonly Note[] = []): readonly (Outcome<T> | undefined)[] {
    const outcomes: (Outcome<T> | undefined)[] = [];
    const visit = (world: World): World => {
      this.resolution.world = world;
      try {
        const result = run();
        for (const { ask } of questions) ask();
        const { notes } = world;
        const isPossible = world.isUntouched || !this.withRules.some(breaksRules);
        if (isPossible) outcomes.push({ result, when: notes.map(textOfNote), notes });
      } finally {
        this.resolution.world = undefined;
      }
      return world;
    };
    // Most of what runs asks for nothing, and leaves the world as it was for whoever is next.
    const { untouched = new World() } = this;
    this.untouched = undefined;
    const first = visit(untouched);
    if (first.isUntouched) this.untouched = first;
    let script = first.next();
    while (script && outcomes.length < maximumWorlds) script = visit(new World(script)).next();
    if (!script) return outcomes;
    const last = visit(new World([], 'last'));
    const further = [
      ...first.neighbours().map((one) => new World(one)),
      ...last.neighbours().map((one) => new World(one, 'last')),
    ];
    further.slice(0, maximumWorlds).forEach(visit);
    return [...outcomes, undefined];
  }

  /**
   * What comes of something that meets no condition and no parameter, and so of no other world; `undefined` of all else.
   *
   * @param run takes what it needs, because nothing should be made for each of the many times that this is called
   */
  inUntouchedWorld<A, B, T>(run: (a: A, b: B) => T, a: A, b: B): T | undefined {
    const { resolution, untouched = new World() } = this;
    this.untouched = undefined;
    resolution.world = untouched;
    try {
      const result = run(a, b);
      if (!untouched.isUntouched) return undefined;
      this.untouched = untouched;
      return result;
    } finally {
      resolution.world = undefined;
    }
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

/** A stack cannot be deployed by a stack that it deploys. */
function isWithin(template: Template, ancestor: Template, seen = new Set<Template>()): boolean {
  if (template === ancestor) return true;
  if (seen.has(template)) return false;
  seen.add(template);
  return template.parents.some((parent) => isWithin(parent.template, ancestor, seen));
}

function add<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`template "${path}" cannot be read: ${(error as Error).message}`);
  }
}
