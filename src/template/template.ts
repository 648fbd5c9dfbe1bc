import { basename } from 'node:path';
import type { Application, DeployedStack } from './application';
import { isObject, own } from './parse';
import type { JsonObject } from './parse';
import { Unknown } from './resolved';
import type { Resolved } from './resolved';
import { Resolver } from './resolver';
import { Resource } from './resource';

/** Where in the construct tree a resource comes from. */
export type ConstructPaths = (logicalId: string) => string | undefined;

/**
 * One CloudFormation template of an application.
 */
export class Template {
  readonly resources: readonly Resource[];
  readonly resolver: Resolver;
  /** The `AWS::CloudFormation::Stack` that deploys this template, where it is a nested one. */
  parent?: Resource;
  private readonly byLogicalId = new Map<string, Resource>();

  constructor(
    readonly application: Application,
    /** The file, as it was given. */
    readonly path: string,
    private readonly content: JsonObject,
    constructPaths: ConstructPaths = () => undefined,
    readonly stack: DeployedStack = { name: basename(path).split('.')[0] },
  ) {
    for (const [logicalId, declaration] of Object.entries(this.section('Resources'))) {
      if (!isObject(declaration) || typeof declaration.Type !== 'string') {
        if (logicalId.startsWith('Fn::ForEach')) continue;
        throw new Error(`"${path}" is not a CloudFormation template: resource "${logicalId}" has no "Type"`);
      }
      this.byLogicalId.set(logicalId, new Resource(this, logicalId, declaration, constructPaths));
    }
    this.resources = [...this.byLogicalId.values()];
    this.resolver = new Resolver(this);
  }

  /** A section such as `Parameters`, as it was written. */
  section(name: string): JsonObject {
    const section = own(this.content, name);
    return isObject(section) ? section : {};
  }

  /** `undefined` where the template has no such resource. */
  resource(logicalId: string): Resource | undefined {
    return this.byLogicalId.get(logicalId);
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
