import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';

const isOn = (rule: Value) => !rule.read('Status').is('Disabled');

export default defineRule({
  id: 's3-versioning-lifecycle',
  severity: 'low',
  strict: true,
  title: 'old versions of the objects are kept for ever',
  why: 'Each overwrite leaves a version behind that nobody sees and everybody pays for; personal data that was deleted lives on in it.',
  serviceDefault:
    'Without a lifecycle rule nothing expires (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html).',
  fix: 'add a rule with `NoncurrentVersionExpiration` to `LifecycleConfiguration`, or use `SecureBucket`',
  references: { csaServerless: ['SAS-8'], securityHub: ['S3.10'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demand(
      bucket.read('LifecycleConfiguration.Rules'),
      (rules) => !bucket.read('VersioningConfiguration.Status').is('Enabled') || rules.items.some(isOn),
      'a lifecycle rule that is enabled',
    ),
});
