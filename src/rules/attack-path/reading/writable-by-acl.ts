import type { Stranger } from './strangers';
import type { Resource } from '../../../template';

/**
 * Whom the canned ACL of a bucket lets put objects, unless public ACLs are blocked or ignored there.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
export function writableByAcl(bucket: Resource): readonly Stranger[] {
  const at = bucket.read('AccessControl');
  const block = bucket.read('PublicAccessBlockConfiguration');
  if (!at.is('PublicReadWrite') || block.read('IgnorePublicAcls').isTrue) return [];
  return [{ who: 'everybody', action: 's3:PutObject', truth: 'yes', isNamed: false, at }];
}
