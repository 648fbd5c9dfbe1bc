import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { policiesOfBucket } from './reading/bucket-policies';

export default defineRule({
  id: 's3-policy-missing',
  severity: 'low',
  strict: true,
  title: 'the bucket has no policy',
  why: 'Without a policy nothing limits what identities of the account may do with the bucket, over plain HTTP too.',
  serviceDefault:
    'A bucket has no policy unless one is given (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html).',
  fix: 'add an `AWS::S3::BucketPolicy` that denies plain HTTP (`enforceSSL: true`)',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  notes: '`s3-ssl-only` says what has to be in it.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) =>
    policiesOfBucket(bucket, app).length > 0 ? pass() : fail(bucket, { got: 'no bucket policy', wanted: 'one' }),
});
