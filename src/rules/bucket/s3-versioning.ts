import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-versioning',
  severity: 'medium',
  title: 'objects that are overwritten or deleted are gone',
  why:
    'A compromised function, or a bug, that may write to the bucket can overwrite or delete what is in it for good. ' +
    'With versions the old objects are still there.',
  serviceDefault:
    'Buckets are not versioned unless asked for (https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html).',
  fix: 'set `VersioningConfiguration.Status: Enabled` (`versioned: true`), with a lifecycle rule that expires old versions',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], securityHub: ['S3.14'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demand(bucket.read('VersioningConfiguration.Status'), (status) => status.is('Enabled'), '"Enabled"'),
});
