import { defineRule } from '../define-rule';
import { demand } from '../results';
import { receivesDistributionLogs } from './reading/log-delivery';

export default defineRule({
  id: 's3-acl-disabled',
  aliases: ['s3-object-ownership'],
  severity: 'medium',
  title: 'the bucket uses access control lists',
  why:
    'With ACLs each object can have readers of its own, given by whoever wrote it and named in no policy. ' +
    'Nobody who reviews the bucket policy sees them, and the writer, not the bucket, owns the object.',
  serviceDefault:
    'New buckets have ACLs disabled (`BucketOwnerEnforced`) since April 2023, so a bucket without the property passes (https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html).',
  fix: 'set `OwnershipControls` to `BucketOwnerEnforced` or remove it, remove `AccessControl`, and give access by policy',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], fsbp: ['S3.12'], cwe: ['CWE-284'] },
  notes:
    'Public canned ACLs have rules of their own. ' +
    '`LogDeliveryWrite` is no longer needed: log delivery is let in by a bucket policy (https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html). ' +
    'Where a distribution delivers its standard logs, ACLs have to be on (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html): `BucketOwnerPreferred` passes there, so that the bucket owns what is written.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) => {
    const ownership = bucket.read('OwnershipControls.Rules');
    if (ownership.isAbsent) {
      return demand(
        bucket.read('AccessControl'),
        (acl) => acl.isAbsent || acl.is('Private', 'BucketOwnerFullControl'),
        'no canned ACL',
      );
    }
    const needsAcl = receivesDistributionLogs(bucket, app);
    return ownership.items.map((rule) =>
      demand(
        rule.read('ObjectOwnership'),
        (value) => value.is('BucketOwnerEnforced') || (needsAcl && value.is('BucketOwnerPreferred')),
        needsAcl ? '"BucketOwnerPreferred"' : '"BucketOwnerEnforced"',
      ),
    );
  },
});
