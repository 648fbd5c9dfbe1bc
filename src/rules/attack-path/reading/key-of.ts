import type { Resource, Value } from '../../../template';

/** The key of the application that a property names, by itself or by its alias. */
export function keyOf(property: Value): Resource | undefined {
  const { target } = property;
  if (target?.is('AWS::KMS::Key')) return target;
  return target?.is('AWS::KMS::Alias') ? keyOf(target.read('TargetKeyId')) : undefined;
}

/** Whether a property names a key that AWS manages, whose policy nobody can change: `alias/aws/sns`. */
export function isAwsManaged(property: Value): boolean {
  return /(^|:)alias\/aws\//.test(property.text ?? '');
}

/** Whether a property names a key of the customer, be it of this application or not. */
export function isCustomersKey(property: Value): boolean {
  return !property.isAbsent && property.text !== '' && !isAwsManaged(property);
}
