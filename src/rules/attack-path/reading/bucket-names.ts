import type { Application } from '../../../template';

const namesByApp = new WeakMap<Application, ReadonlySet<string>>();

/** The names that buckets of the application are given, under whatever condition. */
export function bucketNames(app: Application): ReadonlySet<string> {
  let names = namesByApp.get(app);
  if (!names) {
    const written = app.declared('AWS::S3::Bucket').map(({ rawProperties }) => rawProperties.BucketName);
    names = new Set(written.filter((name) => typeof name === 'string'));
    namesByApp.set(app, names);
  }
  return names;
}
