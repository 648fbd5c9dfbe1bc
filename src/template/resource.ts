import { placeOf } from './declared-resource';
import type { DeclaredResource } from './declared-resource';
import { isObject, own } from './parse';
import type { JsonObject } from './parse';
import type { ConstructPaths, Template } from './template';
import { macrosIn } from './transforms';
import { Value } from './value';

/**
 * A resource of a template.
 */
export class Resource {
  readonly logicalId: string;
  readonly type: string;
  /** The name of the condition under which the resource is made. */
  readonly condition: string | undefined;
  private readonly declaration: JsonObject;
  private written?: JsonObject;
  private properties_?: Value;
  private attributes?: Map<string, Value>;
  private foundPath?: string | null;

  constructor(
    readonly template: Template,
    private readonly declared: DeclaredResource,
    private readonly constructPaths: ConstructPaths,
  ) {
    this.logicalId = declared.logicalId;
    this.declaration = declared.declaration;
    this.type = String(this.declaration.Type);
    const condition = own(this.declaration, 'Condition');
    this.condition = typeof condition === 'string' ? condition : undefined;
  }

  /**
   * Where in the template a path of the resource stands: elsewhere in what a transform makes of something shorter.
   */
  writtenAt(path: readonly string[]): { readonly resource: Resource; readonly path: readonly string[] } {
    const place = placeOf(this.declared, path);
    const resource = place.logicalId === this.logicalId ? this : this.template.resource(place.logicalId);
    return resource ? { resource, path: place.path } : { resource: this, path };
  }

  /** Where the resource comes from in the construct tree; `undefined` in templates that the CDK did not make. */
  get constructPath(): string | undefined {
    const recorded = this.metadata['aws:cdk:path'];
    if (this.foundPath === undefined) this.foundPath = this.constructPaths(this.logicalId, recorded) ?? null;
    return this.foundPath ?? (typeof recorded === 'string' ? recorded : undefined);
  }

  is(type: string): boolean {
    return this.type === type;
  }

  /**
   * Reads a property by its CloudFormation path: `KmsMasterKeyId`, `VpcConfig.SubnetIds`, `MethodSettings`.
   */
  read(path: string): Value {
    return this.properties.read(path);
  }

  get properties(): Value {
    this.properties_ ??= Value.of(this, ['Properties'], this.rawProperties);
    return this.properties_;
  }

  /** Reads what stands beside the properties: `DeletionPolicy`, `UpdateReplacePolicy`, `Metadata`. */
  readAttribute(name: string): Value {
    let value = this.attributes?.get(name);
    if (!value) {
      value = Value.of(this, [name], own(this.declaration, name));
      this.attributes ??= new Map();
      this.attributes.set(name, value);
    }
    return value;
  }

  get deletionPolicy(): Value {
    return this.readAttribute('DeletionPolicy');
  }

  get updateReplacePolicy(): Value {
    return this.readAttribute('UpdateReplacePolicy');
  }

  /** The properties as they were written. */
  get rawProperties(): JsonObject {
    this.written ??= this.writtenProperties();
    return this.written;
  }

  private writtenProperties(): JsonObject {
    const macro = own(this.declaration, 'Fn::Transform');
    const properties = own(this.declaration, 'Properties');
    const written = isObject(properties) ? properties : {};
    return macro === undefined ? written : { ...written, 'Fn::Transform': macro };
  }

  /** Names of the macros that may change the resource at deployment, those of the whole template aside. */
  get macros(): readonly string[] {
    return this.template.hasMacrosInside ? [...macrosIn(this.declaration)] : [];
  }

  get metadata(): JsonObject {
    const metadata = own(this.declaration, 'Metadata');
    return isObject(metadata) ? metadata : {};
  }

  get dependsOn(): readonly string[] {
    const dependsOn = own(this.declaration, 'DependsOn');
    return dependsOn === undefined ? [] : [dependsOn].flat().map(String);
  }

  /** False where its condition does not hold; outside of a world true where it may. */
  get exists(): boolean {
    const { parent, resolver } = this.template;
    if (parent && !parent.exists) return false;
    return this.condition === undefined || resolver.conditions.holds(this.condition) !== false;
  }

  /** The template that an `AWS::CloudFormation::Stack` deploys, where it is part of the application. */
  get nestedTemplate(): Template | undefined {
    return this.template.application.nestedTemplate(this);
  }

  toString(): string {
    return this.constructPath ?? this.logicalId;
  }
}
