import type { Application, Resource } from '../../../template';
import { onceForApplication } from '../../../template/once';

/** The names that buckets of the application are given, under whatever condition. */
export function bucketNames(app: Application): ReadonlySet<string> {
  return onceForApplication(app, findBucketNames);
}

function findBucketNames(app: Application): ReadonlySet<string> {
  const written = app.declared('AWS::S3::Bucket').map(({ rawProperties }) => rawProperties.BucketName);
  return new Set(written.filter((name) => typeof name === 'string'));
}

const bucketArn = /^arn:(?:\$\{[^}]*\}|[^:]*):s3:::([^/*?]+)(?:\/|$)/;

/** The bucket of the application that an ARN of S3 names, where only one has that name. */
export function bucketOfArn(arn: string, app: Application): Resource | undefined {
  const name = bucketArn.exec(arn)?.[1];
  const named = name === undefined ? [] : (onceForApplication(app, findBucketsByName).get(name) ?? []);
  return named.length === 1 && named[0].exists ? named[0] : undefined;
}

function findBucketsByName(app: Application): ReadonlyMap<string, readonly Resource[]> {
  const buckets = new Map<string, Resource[]>();
  for (const bucket of app.declared('AWS::S3::Bucket')) {
    const name = bucket.read('BucketName').scalar;
    if (name !== undefined) buckets.set(String(name), [...(buckets.get(String(name)) ?? []), bucket]);
  }
  return buckets;
}
