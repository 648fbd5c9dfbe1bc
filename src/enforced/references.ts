import type { IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import { CfnResource, DefaultTokenResolver, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What a property of a resource names: resources of the app, wherever they stand, and literal names. */
export interface Named {
  /** Addresses of constructs, as `node.addr` says them. */
  readonly addresses: ReadonlySet<string>;
  /** Logical ids in the template of the resource, written as a bare `Ref`. */
  readonly logicalIds: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
}

/**
 * What a top-level property of a resource names, as it will be written, overrides and untyped resources included.
 *
 * A template says less: in another stack a reference is the name of an export, which only looks like a logical id.
 */
export function namedBy(resource: CfnResource, property: string): Named {
  return namesIn(markedProperties(resource)?.[property]);
}

/** What a value names, as `markedProperties` gives it. */
export function namesIn(value: unknown): Named {
  const addresses = new Set<string>();
  const logicalIds = new Set<string>();
  const literals = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node === 'string') literals.add(node);
    if (node === null || typeof node !== 'object') return;
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'Fn::Sub') namesInText([inner].flat()[0]).forEach((name) => logicalIds.add(name));
      const name = key === 'Ref' ? inner : key === 'Fn::GetAtt' ? [inner].flat()[0] : undefined;
      if (typeof name !== 'string') visit(inner);
      else if (name.startsWith(MARK)) addresses.add(name.slice(MARK.length));
      else logicalIds.add(name.split('.')[0]);
    }
  };
  visit(value);
  return { addresses, logicalIds, literals };
}

/** Whether it is the target that was named. */
export function names(named: Named, from: IConstruct, target: CfnResource): boolean {
  if (named.addresses.has(target.node.addr)) return true;
  const stack = Stack.of(target);
  return Stack.of(from) === stack && named.logicalIds.has(stack.resolve(target.logicalId) as string);
}

/** The logical ids in the text of an `Fn::Sub`: `${Role}`, `${Role.Arn}`. */
function namesInText(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return [...text.matchAll(/\$\{(\w+)(?:\.[\w.]+)?\}/g)].map(([, name]) => name);
}

/** Stands in a reference for the construct that it leads to; no logical id starts so. */
const MARK = '#';

/** The properties of a resource as they will be written, with a mark in each reference for what it leads to. */
export function markedProperties(resource: CfnResource): Record<string, unknown> | undefined {
  const { Resources = {} } = Tokenization.resolve(
    (resource as unknown as { _toCloudFormation(): object })._toCloudFormation(),
    { scope: resource, resolver: new ReferenceMarker(), preparing: false },
  ) as { Resources?: Record<string, { Properties?: Record<string, unknown> }> };
  return Object.values(Resources)[0]?.Properties;
}

class ReferenceMarker extends DefaultTokenResolver {
  constructor() {
    super({ join: (left: unknown, right: unknown) => ({ 'Fn::Join': ['', [left, right]] }) });
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token) && CfnResource.isCfnResource(token.target)) {
      return { Ref: `${MARK}${token.target.node.addr}` };
    }
    return super.resolveToken(token, context, postProcessor);
  }
}
