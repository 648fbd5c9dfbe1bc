import { arnOf } from '../../../iam/reference-text';
import { Term } from '../../../iam/term';
import { some, truthOf } from '../../../iam/truth';
import type { Truth } from '../../../iam/truth';
import type { Resource, Value } from '../../../template';

/**
 * Whether a trail records calls on the objects of a bucket, or of any bucket.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
export function recordsObjects(trail: Resource, bucket?: Resource): Truth {
  const values = trail
    .read('EventSelectors')
    .items.flatMap((selector) => selector.read('DataResources').items)
    .filter((resource) => !resource.isKnown || resource.read('Type').is('AWS::S3::Object'))
    .flatMap((resource) => resource.read('Values').items);
  const advanced = trail.read('AdvancedEventSelectors').items.map((selector) => recordsEveryObject(selector));
  return some([...values.map((value) => covers(value, bucket && arnOf(bucket))), ...advanced]);
}

/** `arn:aws:s3` is every bucket, `arn:aws:s3:::name/` one of them. */
function covers(value: Value, bucketArn: string | undefined): Truth {
  if (bucketArn === undefined) return 'yes';
  if (value.isUnknown) return 'unknown';
  const text = Term.of(value.resolved)
    .toString()
    .replace(/^arn:[\w-]+:/, 'arn:${AWS::Partition}:');
  return truthOf(/^arn:\$\{AWS::Partition\}:s3(:::)?$/.test(text) || text === `${bucketArn}/` || text === bucketArn);
}

/** An advanced selector for all objects; those for some objects are not looked into. */
function recordsEveryObject(selector: Value): Truth {
  if (selector.isUnknown) return 'unknown';
  const fields = selector.read('FieldSelectors').items;
  const isAbout = fields.some(
    (field) =>
      field.read('Field').is('resources.type') && field.read('Equals').items.some((type) => type.is('AWS::S3::Object')),
  );
  if (!isAbout) return 'no';
  return fields.some((field) => field.read('Field').is('resources.ARN')) ? 'unknown' : 'yes';
}
