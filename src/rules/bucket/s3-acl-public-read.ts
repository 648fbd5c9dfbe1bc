import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-acl-public-read',
  severity: 'high',
  title: 'the canned ACL lets strangers list the bucket',
  why:
    'Everybody on the internet, or everybody with any AWS account, can list what the bucket holds and look for the objects that are readable. ' +
    'File names alone tell customers, dates and backups.',
  serviceDefault:
    'A bucket without a canned ACL is private; since April 2023 new buckets have ACLs disabled (https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl).',
  fix: 'remove `AccessControl`, or use `SecureBucket`; to publish files put CloudFront with an origin access control in front',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-3'], fsbp: ['S3.2'], cwe: ['CWE-732'] },
  saidBy: ['s3-acl-public-write'],
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demand(
      bucket.read('AccessControl'),
      (acl) => !acl.is('PublicRead', 'PublicReadWrite', 'AuthenticatedRead'),
      'no public canned ACL',
    ),
});
