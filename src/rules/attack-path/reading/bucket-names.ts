import type { Application } from '../../../template';
import { onceForApplication } from '../../../template/once';

/** The names that buckets of the application are given, under whatever condition. */
export function bucketNames(app: Application): ReadonlySet<string> {
  return onceForApplication(app, findBucketNames);
}

function findBucketNames(app: Application): ReadonlySet<string> {
  const written = app.declared('AWS::S3::Bucket').map(({ rawProperties }) => rawProperties.BucketName);
  return new Set(written.filter((name) => typeof name === 'string'));
}
