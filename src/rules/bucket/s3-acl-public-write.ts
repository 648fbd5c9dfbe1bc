import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-acl-public-write',
  severity: 'critical',
  title: 'the canned ACL lets everybody on the internet write to the bucket',
  why:
    'Anybody, without an AWS account, can put objects of any size into the bucket and overwrite what is there. ' +
    'Functions that trust these objects then process what an attacker chose, and the account pays for storage and traffic.',
  serviceDefault:
    'A bucket without a canned ACL is private; since April 2023 new buckets have ACLs disabled (https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl).',
  fix: 'remove `AccessControl: PublicReadWrite`, or use `SecureBucket`, which has ACLs turned off',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-3'], fsbp: ['S3.3'], cwe: ['CWE-732'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) => demand(bucket.read('AccessControl'), (acl) => !acl.is('PublicReadWrite'), 'no public canned ACL'),
});
