import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { receivesAccessLogs } from './reading/log-delivery';

/** Without a destination the log goes into the bucket itself; an empty one is none that S3 takes. */
function isAsked(logging: Value): boolean {
  return !logging.isAbsent && !logging.read('DestinationBucketName').is('');
}

export default defineRule({
  id: 's3-access-log',
  severity: 'medium',
  title: 'nobody can tell who read the objects',
  why:
    'After a leak the access log says which objects were read, by whom and from where. ' +
    'CloudTrail does not record it unless data events are paid for.',
  serviceDefault:
    'A bucket has no access log unless asked for; without a destination it is written to the bucket itself (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html).',
  fix: 'set `LoggingConfiguration` (`serverAccessLogsBucket`), or use `SecureBucket`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['S3.9'], cwe: ['CWE-778'] },
  notes: 'A bucket into which S3 delivers access logs needs none of its own.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) =>
    receivesAccessLogs(bucket, app)
      ? pass()
      : demand(bucket.read('LoggingConfiguration'), isAsked, 'a destination for access logs'),
});
