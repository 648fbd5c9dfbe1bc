import type { Value } from '../../../template';

/**
 * Whether a value comes from a parameter of Systems Manager that is no `SecureString`: it is kept as it is written.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html
 */
export function isFromPlainParameter(value: Value): boolean {
  return value.text?.includes('{{resolve:ssm:') === true;
}
