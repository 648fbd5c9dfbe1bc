import type { Application, Resource } from '../../../template';

/** The buckets that keep versions, and that no retention of its own protects them in. */
export function versionedBuckets(app: Application): readonly Resource[] {
  return app.ofType('AWS::S3::Bucket').filter((bucket) => bucket.read('VersioningConfiguration.Status').is('Enabled'));
}

/**
 * Whether an action takes older versions out of a bucket, or lets them go: what a default retention protects nobody
 * deletes, but for who may bypass governance mode.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-retention-modes
 */
export function losesVersions(action: string, bucket: Resource): boolean {
  const mode = bucket.read('ObjectLockConfiguration.Rule.DefaultRetention.Mode');
  const isBypass = action === 's3:BypassGovernanceRetention';
  return mode.isAbsent ? !isBypass : mode.is('GOVERNANCE') && isBypass;
}
