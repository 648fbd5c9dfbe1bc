import type { Statement } from '../../../iam';
import { Term } from '../../../iam/term';
import type { Application, Resource, Value } from '../../../template';
import { onceForApplication } from '../../../template/once';

/** An object in S3 from which a function or layer is deployed. */
interface CodeLocation {
  readonly arn: string;
  readonly user: Resource;
}

type Locations = ReadonlyMap<string, readonly CodeLocation[]>;

/** The functions and layers whose code lies where a statement is about, one by one. */
export function* codeWithin(statement: Statement, app: Application): Generator<Resource> {
  const locations = onceForApplication(app, locationsByBucket);
  const buckets = (statement.resources ?? []).flatMap((term) => bucketsLike(bucketIn(term.toString()), locations));
  for (const bucket of new Set(statement.notResources ? locations.keys() : buckets)) {
    for (const { arn, user } of locations.get(bucket) ?? []) {
      if (user.exists && statement.matchesResource(arn) === 'yes') yield user;
    }
  }
}

function bucketsLike(bucket: string, locations: Locations): readonly string[] {
  const wildcard = bucket.search(/[*?]/);
  if (wildcard < 0) return [bucket];
  return [...locations.keys()].filter((other) => other.startsWith(bucket.slice(0, wildcard)));
}

/** The symbol of a bucket in another template has a slash of its own: `${Storage/Artifacts}`. */
function bucketIn(arn: string): string {
  return /^(\$\{[^}]*\}|[^/])*/.exec(arn.replace(/^arn:.*?:::/, ''))![0];
}

function locationsByBucket(app: Application): Locations {
  const byBucket = new Map<string, CodeLocation[]>();
  const add = (user: Resource, bucket: Value, key: Value) => {
    if (bucket.isAbsent) return;
    const name = Term.of(bucket.resolved).toString();
    const arn = `arn:\${AWS::Partition}:s3:::${name}/${key.isKnown ? key.text : 'x'}`;
    const others = byBucket.get(name);
    if (others) others.push({ arn, user });
    else byBucket.set(name, [{ arn, user }]);
  };
  for (const fn of app.ofType('AWS::Lambda::Function')) add(fn, fn.read('Code.S3Bucket'), fn.read('Code.S3Key'));
  for (const layer of app.ofType('AWS::Lambda::LayerVersion')) {
    add(layer, layer.read('Content.S3Bucket'), layer.read('Content.S3Key'));
  }
  return byBucket;
}
