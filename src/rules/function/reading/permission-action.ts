import type { Value } from '../../../template';

/**
 * Whether the action of a permission is one of these: `lambda:invokeFunction` is `lambda:InvokeFunction`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html the case does not matter
 */
export function isAction(action: Value, ...names: readonly string[]): boolean {
  const written = String(action.scalar ?? '').toLowerCase();
  return names.some((name) => name.toLowerCase() === written);
}
