import { Aws, Reference, type Stack, Token, Tokenization } from 'aws-cdk-lib';

/** Deeper than any L2 wraps a name. */
const mostWrappings = 5;

/**
 * The resources of a statement as far as they are known once everything is there: what an L2 leaves open until then (the
 * indexes of a table that may get some) is written out, or left out where it came to nothing.
 */
export function lateResources(stack: Stack, resources: readonly string[]): string[] {
  return resources.flatMap((resource) => unwrapped(stack, resource) ?? []);
}

function unwrapped(stack: Stack, resource: string): string | undefined {
  let value = resource;
  for (let depth = 0; depth < mostWrappings && Token.isUnresolved(value); depth++) {
    const parts = Tokenization.reverseString(value);
    const [token] = parts.tokens;
    if (parts.length !== 1 || Reference.isReference(token)) break;
    const inner: unknown = token.resolve({
      scope: stack,
      preparing: false,
      documentPath: [],
      registerPostProcessor: () => undefined,
      resolve: (each: unknown) => stack.resolve(each) as unknown,
    });
    if (inner === undefined || inner === null) return undefined;
    if (typeof inner !== 'string') break;
    value = inner;
  }
  return value === Aws.NO_VALUE ? undefined : value;
}
