import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { Result } from '../results';
import { openSettings } from './reading/public-access-block';

/** S3 refuses a public ACL wherever the block is on: where the ACL is deployed, it is off. */
function openedByAcl(bucket: Resource): readonly Result[] {
  const isPublic = bucket.read('AccessControl').is('PublicRead', 'PublicReadWrite', 'AuthenticatedRead');
  const block = bucket.read('PublicAccessBlockConfiguration');
  return isPublic && block.isAbsent ? [fail(block, { wanted: 'all four settings' })] : [];
}

export default defineRule({
  id: 's3-bpa',
  severity: 'high',
  title: 'the bucket lets a policy or an ACL open it to the public',
  why:
    "Whoever may edit the bucket's policy or the ACL of one object can open it to everybody on the internet, by mistake or on purpose. " +
    'With the block in place S3 refuses such a policy and ignores such an ACL.',
  serviceDefault:
    'New buckets have all four settings on since April 2023, so a bucket without the property passes; in a block that is there, a setting that is left out is off (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html).',
  fix: 'set all four settings of `PublicAccessBlockConfiguration` to `true` (`BlockPublicAccess.BLOCK_ALL`), or use `SecureBucket`',
  references: { owaspServerless: ['S3', 'S6'], csaServerless: ['SAS-3'], fsbp: ['S3.8'], cwe: ['CWE-284'] },
  notes:
    'Other tools fail every bucket without the property; here one with a public canned ACL does, which S3 takes only where the block is off. ' +
    'On a bucket that was deployed with a block, removing the property removes the block: keep it once it is there.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) => [...openSettings(bucket), ...openedByAcl(bucket)],
});
