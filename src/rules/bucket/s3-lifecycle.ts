import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-lifecycle',
  severity: 'low',
  strict: true,
  title: 'objects are kept for ever',
  why: 'Data that nobody needs any more can still be stolen, and is paid for each month.',
  serviceDefault:
    'Without a lifecycle rule nothing expires (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html).',
  fix: 'add a rule to `LifecycleConfiguration`: at least one that aborts incomplete uploads',
  references: { csaServerless: ['SAS-11'], fsbp: ['S3.13'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demand(
      bucket.read('LifecycleConfiguration.Rules'),
      (rules) => rules.items.some((rule) => !rule.read('Status').is('Disabled')),
      'a lifecycle rule that is enabled',
    ),
});
