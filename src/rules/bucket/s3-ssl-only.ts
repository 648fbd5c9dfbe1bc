import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { policiesOfBucket } from './reading/bucket-policies';
import { denyPlainHttp } from './reading/plain-http';

export default defineRule({
  id: 's3-ssl-only',
  aliases: ['s3-ssl-write'],
  severity: 'high',
  title: 'the bucket answers requests over plain HTTP',
  why: 'Whoever is on the way (a hotel network, a proxy) reads the objects and the credentials of presigned URLs, and can change what is stored.',
  serviceDefault:
    'S3 takes HTTP and HTTPS; only a policy denies the first (https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-HTTP-HTTPS).',
  fix: "deny principal `*` action `s3:*` on the bucket and on `/*` with `Bool: { aws:SecureTransport: 'false' }` (`enforceSSL: true`), or use `SecureBucket`",
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['S3.5'], cwe: ['CWE-319'] },
  notes:
    'The denial has to be for every principal, every action, the bucket and all of its objects. ' +
    '`NumericLessThan` on `s3:TlsVersion` alone is not enough: over plain HTTP that key is missing, and the statement does not apply. ' +
    'Several policies of one bucket are read together, although of them CloudFormation leaves the one that it writes last: have one.',
  appliesTo: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  check: (bucket, app) => {
    if (bucket.is('AWS::S3::BucketPolicy') && bucket.read('Bucket').target) return pass();
    const isPolicy = bucket.is('AWS::S3::BucketPolicy');
    const policies = isPolicy ? [bucket.read('PolicyDocument')] : policiesOfBucket(bucket, app);
    const denied = denyPlainHttp(policies, isPolicy ? undefined : bucket);
    if (denied === 'unknown') return unknown(policies[0], policies[0].because);
    if (denied === 'yes') return pass();
    const got = policies.length === 0 ? 'no bucket policy' : 'a bucket policy that does not';
    return fail(bucket, { got, wanted: 'a policy that denies everybody everything over plain HTTP' });
  },
});
