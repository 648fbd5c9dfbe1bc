import { defineRule } from '../define-rule';
import { judgeInjection } from './reading/injection';
import { strangersWho } from './reading/strangers';
import { writableByAcl } from './reading/writable-by-acl';
import { policiesOfBucket } from '../bucket/reading/bucket-policies';

export default defineRule({
  id: 's3-event-injection',
  severity: 'high',
  title: 'strangers can put objects into the bucket that sets off a function',
  why:
    'Somebody outside uploads an object with a name and a content of their choice; the notification starts the function; ' +
    'it parses what they wrote, and writes, deletes or calls on with its own role: a bug in the parser is now a way to the data.',
  serviceDefault:
    'S3 notifies of every object whoever put it there (https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html); nobody outside of the account may put one without a policy or an ACL (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-management.html).',
  fix: 'name who uploads in `Principal` of the bucket policy, or hand out presigned URLs; keep the block of public access on',
  references: { owaspServerless: ['S1', 'S5'], csaServerless: ['SAS-1', 'SAS-9'], cwe: ['CWE-285', 'CWE-732'] },
  notes:
    'A whole account that is named is a medium finding; a role of another account, an organization and a source that are named pass. ' +
    'Notifications through topics, queues and EventBridge are followed. Who gets a presigned URL is decided by code and not seen.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) =>
    judgeInjection(
      [...strangersWho(['s3:PutObject'], bucket, policiesOfBucket(bucket, app)), ...writableByAcl(bucket)],
      bucket,
      app,
    ),
});
