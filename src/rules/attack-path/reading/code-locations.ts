import { Term } from '../../../iam/term';
import type { Application, Resource, Value } from '../../../template';

/** Where the code of functions or of a layer lies before it is deployed. */
export interface CodeLocation {
  /** Of the object; with a wildcard for its name where that is not known. */
  readonly arn: string;
  readonly users: readonly Resource[];
}

const kept = new WeakMap<Application, { readonly locations: readonly CodeLocation[] }>();

/** Every object in S3 that functions and layers are made of, once for each application. */
export function codeLocations(app: Application): readonly CodeLocation[] {
  const known = kept.get(app);
  if (known) return known.locations;
  const { resolution } = app;
  const choicesBefore = resolution.choices;
  const locations = findLocations(app);
  if (resolution.choices === choicesBefore) kept.set(app, { locations });
  return locations;
}

function findLocations(app: Application): readonly CodeLocation[] {
  const users = new Map<string, Resource[]>();
  const add = (resource: Resource, bucket: Value, key: Value) => {
    if (bucket.isAbsent) return;
    const arn = `arn:\${AWS::Partition}:s3:::${Term.of(bucket.resolved)}/${key.isKnown ? key.text : 'x'}`;
    users.set(arn, [...(users.get(arn) ?? []), resource]);
  };
  for (const fn of app.ofType('AWS::Lambda::Function')) add(fn, fn.read('Code.S3Bucket'), fn.read('Code.S3Key'));
  for (const layer of app.ofType('AWS::Lambda::LayerVersion')) {
    add(layer, layer.read('Content.S3Bucket'), layer.read('Content.S3Key'));
  }
  return [...users].map(([arn, resources]) => ({ arn, users: resources }));
}
