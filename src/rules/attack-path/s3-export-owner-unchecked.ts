import type { Application, Resource, Value } from '../../template';
import { isBucketOfOneAccount } from '../bucket/reading/account-namespace';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { bucketNames } from './reading/bucket-names';
import { pathOf } from './reading/path';

/** Where S3 sends data of a bucket, with what says whose bucket that has to be. */
function exportsOf(bucket: Resource): readonly (readonly [to: Value, owner: Value])[] {
  const inventories = bucket.read('InventoryConfigurations').items.map((one) => one.read('Destination'));
  const analyses = bucket
    .read('AnalyticsConfigurations')
    .items.map((one) => one.read('StorageClassAnalysis.DataExport.Destination'));
  return [...inventories, ...analyses]
    .map((one) => [one.read('BucketArn'), one.read('BucketAccountId')] as const)
    .filter(([to]) => !to.isAbsent);
}

function isOfApp(to: Value, app: Application): boolean {
  return to.targets.length > 0 || bucketNames(app).has(to.text?.split(':::')[1] ?? '');
}

export default defineRule({
  id: 's3-export-owner-unchecked',
  severity: 'medium',
  title: 'the bucket sends data to a bucket by name, whoever owns that name',
  why:
    'The bucket that is named is deleted one day, or was never made; somebody else makes one of that name in their account and lets S3 in; ' +
    'from then on lists of all objects, with names that tell of customers, arrive there. Nothing here changes, and nothing fails.',
  serviceDefault:
    'Without an account S3 does not check who owns the destination (https://docs.aws.amazon.com/AmazonS3/latest/API/API_AnalyticsS3BucketDestination.html).',
  fix: 'set `BucketAccountId` of the destination to the account that owns the bucket',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3', 'SAS-11'], cwe: ['CWE-200', 'CWE-668'] },
  notes:
    'Only buckets that are not part of the application, and whose name is not in the namespace of one account (https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html). Which account it is, is the matter of `data-leaves-account`.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) =>
    exportsOf(bucket).flatMap(([to, owner]) => {
      if (!owner.isAbsent || isOfApp(to, app) || isBucketOfOneAccount(to)) return [];
      if (to.isUnknown) return unknown(to, to.because);
      return fail(owner, { got: pathOf(bucket, `${to}, of any account`), wanted: 'the account that owns the bucket' });
    }),
});
