import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Aspects,
  CfnElement,
  CfnResource,
  Mixin,
  Mixins,
  NestedStack,
  PropertyInjectors,
  Stack,
  Stage,
  aws_s3 as s3,
} from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Construct, IConstruct } from 'constructs';
import type { InsecureSetting } from './insecure-settings';
import { at, copyOf, isObject, leafBelow, noValue, reachable, withAt } from './raw-template';
import type { Json, JsonObject, RawTemplate } from './raw-template';

/** A way to get an insecure setting past whoever looks. */
export interface Disguise {
  readonly name: string;
  /**
   * What is left of the template: it is `written` word for word, or another template means the same, or a macro makes it
   * something that nobody knows.
   */
  readonly template: 'written' | 'rewritten' | 'unknown';
  /** Nobody knows either whose the resource is: what looks at it says so, what looks for it does not find it. */
  readonly hidesNeighbours?: boolean;
  /** False where the setting cannot be written like that. */
  smuggle(stack: Stack, setting: InsecureSetting): boolean | void;
}

/** Sections of a template as they are. */
class RawSections extends CfnElement {
  constructor(
    scope: Construct,
    private readonly sections: object,
  ) {
    super(scope, 'Sections');
  }

  /** @internal */
  public _toCloudFormation(): object {
    return this.sections;
  }
}

function propertiesOf(declaration: JsonObject): JsonObject {
  return isObject(declaration.Properties) ? declaration.Properties : {};
}

type Resources = ReadonlyMap<string, CfnResource>;

/** The template as untyped resources. */
function untyped(scope: Construct, template: RawTemplate): Resources {
  const { Resources: declared, Transform: _transform, ...sections } = template;
  new RawSections(scope, sections);
  return new Map(
    Object.entries(declared).map(([logicalId, declaration]) => {
      const { Type, Properties: _properties, ...attributes } = declaration;
      const resource = new CfnResource(scope, `Resource${logicalId}`, {
        type: String(Type),
        properties: propertiesOf(declaration),
      });
      resource.overrideLogicalId(logicalId);
      for (const [name, value] of Object.entries(attributes)) resource.addOverride(name, value);
      return [logicalId, resource];
    }),
  );
}

/** The template as resources of their types. */
function typed(scope: Construct, template: RawTemplate): Resources {
  const file = join(mkdtempSync(join(tmpdir(), 'evasion-')), 'template.json');
  writeFileSync(file, JSON.stringify(template));
  const included = new CfnInclude(scope, 'Included', { templateFile: file });
  const resources = Object.keys(template.Resources).map((id) => [id, included.getResource(id)] as const);
  // What a type does not take is refused here, and not when the whole app is synthesized.
  for (const [, resource] of resources) Stack.of(scope).resolve(resource._toCloudFormation());
  return new Map(resources);
}

/** Typed where the CDK takes it so, because that is what other checkers read. */
function build(scope: Construct, template: RawTemplate): Resources {
  try {
    return typed(scope, template);
  } catch {
    scope.node.tryRemoveChild('Included');
    return untyped(scope, template);
  }
}

/** The template with something else where the insecure setting stands. */
function rewritten({ template, logicalId }: InsecureSetting, path: readonly string[], value: Json, sections: object) {
  const copy = copyOf(template);
  const resource = withAt(copy.Resources[logicalId], path, value) as JsonObject;
  const merged = Object.fromEntries(
    Object.entries(sections).map(([name, section]: [string, object]) => [
      name,
      { ...(copy[name] as object | undefined), ...section },
    ]),
  );
  return { ...copy, ...merged, Resources: { ...copy.Resources, [logicalId]: resource } };
}

/** Writes the first scalar of the setting in another way. */
function scalar(
  name: string,
  write: (value: string | number | boolean) => { value: Json; sections?: object } | undefined,
) {
  return {
    name,
    template: 'rewritten' as const,
    smuggle: (stack: Stack, setting: InsecureSetting) => {
      const resource = setting.template.Resources[setting.logicalId];
      const path = setting.path.length > 0 ? setting.path : ['Properties'];
      const leaf = leafBelow(at(resource, path), path) ?? leafBelow(resource.Properties, ['Properties']);
      const written = leaf && write(at(resource, leaf) as string);
      if (!leaf || !written) return false;
      build(stack, rewritten(setting, leaf, written.value, written.sections ?? {}));
      return true;
    },
  };
}

/** Sets each property of the resource with an escape hatch; a path of keys, as keys may have dots. */
function override(resource: CfnResource, properties: JsonObject): void {
  for (const [name, value] of Object.entries(properties)) {
    resource.addPropertyOverride(name.replaceAll('.', '\\.'), value);
  }
}

/** Adds the properties later, and leaves the resource bare until then. */
function later({ template, logicalId }: InsecureSetting, stack: Stack) {
  const bare = { ...template.Resources[logicalId], Properties: {} };
  const resources = build(stack, { ...template, Resources: { ...template.Resources, [logicalId]: bare } });
  const properties = propertiesOf(template.Resources[logicalId]);
  return (node: IConstruct) => {
    if (node === resources.get(logicalId)) override(resources.get(logicalId)!, properties);
  };
}

class Loosening extends Mixin {
  constructor(private readonly loosen: (node: IConstruct) => void) {
    super();
  }

  public supports(construct: IConstruct): construct is CfnResource {
    return CfnResource.isCfnResource(construct);
  }

  public applyTo(construct: IConstruct): void {
    this.loosen(construct);
  }
}

export const disguises: readonly Disguise[] = [
  {
    name: 'an untyped CfnResource',
    template: 'written',
    smuggle: (stack, { template }) => void untyped(stack, template),
  },
  {
    name: 'addPropertyOverride',
    template: 'written',
    smuggle: (stack, setting) => {
      const loosen = later(setting, stack);
      for (const node of stack.node.findAll()) loosen(node);
    },
  },
  {
    name: 'addDeletionOverride',
    template: 'rewritten',
    smuggle: (stack, { template, logicalId, path }) => {
      const place = path.length > 1 ? reachable(template.Resources[logicalId], path) : ['Properties', 'Decoy'];
      const there = at(template.Resources[logicalId], place) !== undefined;
      const decoy = there ? ['Properties', 'Decoy'] : place;
      const covered = withAt(template.Resources[logicalId], decoy, 'looks fine') as JsonObject;
      const resources = build(stack, { ...template, Resources: { ...template.Resources, [logicalId]: covered } });
      resources.get(logicalId)!.addDeletionOverride(decoy.map((key) => key.replaceAll('.', '\\.')).join('.'));
    },
  },
  { name: 'CfnInclude', template: 'written', smuggle: (stack, { template }) => void typed(stack, template) },
  {
    name: 'a nested stack',
    template: 'written',
    smuggle: (stack, { template }) => void build(new NestedStack(stack, 'Nested'), template),
  },
  {
    name: 'a Stage',
    template: 'written',
    smuggle: (stack, { template }) => {
      build(new Stack(new Stage(stack, 'Inner'), 'Stack'), template);
    },
  },
  {
    name: 'a condition',
    template: 'rewritten',
    smuggle: (stack, setting) => {
      const { template, logicalId } = setting;
      const path = reachable(template.Resources[logicalId], setting.path);
      const sections = { Conditions: { Sometimes: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } } };
      const node = at(template.Resources[logicalId], path);
      if (path.length < 2) return void build(stack, rewritten(setting, ['Condition'], 'Sometimes', sections));
      const branches: Json = node === undefined ? [noValue, 'looks fine'] : [node, noValue];
      build(stack, rewritten(setting, path, { 'Fn::If': ['Sometimes', ...branches] }, sections));
    },
  },
  scalar('a parameter default', (value) => ({
    value: { Ref: 'Hidden' },
    sections: { Parameters: { Hidden: { Type: 'String', Default: String(value) } } },
  })),
  scalar('a mapping', (value) => ({
    value: { 'Fn::FindInMap': ['Hidden', { Ref: 'AWS::Region' }, 'value'] },
    sections: { Mappings: { Hidden: { 'eu-west-1': { value: String(value) }, 'us-east-1': { value: 'other' } } } },
  })),
  scalar('Fn::Sub', (value) => (typeof value === 'string' ? { value: { 'Fn::Sub': value } } : undefined)),
  scalar('Fn::Join', (value) => {
    const text = String(value);
    return text.includes('${') ? undefined : { value: { 'Fn::Join': ['', [text.slice(0, 1), text.slice(1)]] } };
  }),
  {
    name: 'a mutating aspect that runs last',
    template: 'written',
    smuggle: (stack, setting) => Aspects.of(stack).add({ visit: later(setting, stack) }, { priority: 10_000 }),
  },
  {
    name: 'a mixin',
    template: 'written',
    smuggle: (stack, setting) => void Mixins.of(stack).apply(new Loosening(later(setting, stack))),
  },
  {
    name: 'an injector',
    template: 'written',
    smuggle: (stack, { template }) => {
      let injected = false;
      PropertyInjectors.of(stack).add({
        constructUniqueId: s3.Bucket.PROPERTY_INJECTION_ID,
        inject: (props) => {
          if (!injected) build(stack, template);
          injected = true;
          return props;
        },
      });
      new s3.Bucket(stack, 'Harmless');
    },
  },
  {
    name: 'a transform beside properties',
    template: 'rewritten',
    hidesNeighbours: true,
    smuggle: (stack, setting) => {
      build(stack, rewritten(setting, ['Properties', 'Fn::Transform'], { Name: 'Company::Mutate' }, {}));
    },
  },
  {
    name: 'a transform of the template',
    template: 'unknown',
    smuggle: (stack, { template, secure }) => {
      stack.addTransform('Company::Mutate');
      build(stack, secure ?? template);
    },
  },
];
