import { defineRule } from '../define-rule';
import { demandAction } from './reading/lifecycle';
import { receivesAccessLogs } from './reading/log-delivery';

const expiring = ['ExpirationInDays', 'ExpirationDate'];

export default defineRule({
  id: 's3-access-log-expiry',
  severity: 'low',
  strict: true,
  title: 'the access logs of buckets are kept for ever',
  why: 'They tell who read what from which address, for years after anybody needs to know. What is kept can leak, and is paid for each month.',
  serviceDefault:
    'S3 delivers access logs and never deletes them (https://docs.aws.amazon.com/AmazonS3/latest/userguide/deleting-log-files-lifecycle.html).',
  fix: 'add a lifecycle rule with `ExpirationInDays: 365` to the bucket for the logs, or let `SecureBucket` bring one',
  references: { csaServerless: ['SAS-5'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) =>
    receivesAccessLogs(bucket, app) ? demandAction(bucket, expiring, 'a rule with ExpirationInDays') : [],
});
