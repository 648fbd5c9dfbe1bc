import type { Stack } from 'aws-cdk-lib';
import { withParameterDefaults } from './parameter-defaults';

/**
 * What a rendered value can turn out to be, as far as its stack says: every branch of a condition, the defaults of
 * parameters, a text without anything to fill in. `undefined` where it can be left out.
 */
export function branchesOf(stack: Stack, value: unknown): unknown[] {
  return branches(withParameterDefaults(stack, value));
}

/** Whether the value is there in every branch. */
export function isStated(got: unknown): boolean {
  return branches(got).every((branch) => branch !== undefined && branch !== null && branch !== '');
}

function branches(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [value];
  const intrinsic = value as Record<string, unknown>;
  if (intrinsic.Ref === 'AWS::NoValue') return [undefined];
  if (Array.isArray(intrinsic['Fn::If'])) return intrinsic['Fn::If'].slice(1).flatMap(branches);
  const text = intrinsic['Fn::Sub'];
  if (typeof text === 'string' && !text.includes('${')) return [text];
  const join = intrinsic['Fn::Join'];
  if (Array.isArray(join) && Array.isArray(join[1]) && join[1].every((part) => typeof part === 'string')) {
    return [join[1].join(String(join[0]))];
  }
  return [value];
}
