import type { Stack } from 'aws-cdk-lib';
import { CfnParameter } from 'aws-cdk-lib';

/**
 * A rendered value as it is deployed where nobody says what the parameters in it are.
 *
 * Knows the parameters that stand in the stack itself; the gate reads the whole template.
 */
export function withParameterDefaults(stack: Stack, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => withParameterDefaults(stack, item));
  if ('Ref' in value) return defaultOf(stack, value.Ref) ?? value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withParameterDefaults(stack, item)]));
}

function defaultOf(stack: Stack, logicalId: unknown): unknown {
  const parameter = stack.node.children.find(
    (child): child is CfnParameter => child instanceof CfnParameter && stack.resolve(child.logicalId) === logicalId,
  );
  return parameter?.default;
}
