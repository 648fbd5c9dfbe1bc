import { defineRule } from '../define-rule';
import { demandAction } from './reading/lifecycle';

const expiring = ['NoncurrentVersionExpiration', 'NoncurrentVersionExpirationInDays'];

export default defineRule({
  id: 's3-noncurrent-expiry',
  severity: 'low',
  strict: true,
  title: 'versions that were overwritten or deleted are kept for ever',
  why: 'Personal data that a customer had deleted lives on in an old version, for whoever gets the right to read versions. Each overwrite adds to the bill, and somebody who may upload can make it grow.',
  serviceDefault:
    'With versioning S3 keeps every version until it is deleted by its id or a lifecycle rule (https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html).',
  fix: 'add a lifecycle rule with `NoncurrentVersionExpiration: { NoncurrentDays: 90 }`, or use `SecureBucket`',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    bucket.read('VersioningConfiguration.Status').is('Enabled')
      ? demandAction(bucket, expiring, 'a rule with NoncurrentVersionExpiration')
      : [],
});
