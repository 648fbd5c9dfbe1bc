import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 's3-event-notifications',
  severity: 'low',
  strict: true,
  title: 'nobody is told when objects change',
  why: 'Without notifications nothing can react to an object that appears, is replaced or is deleted.',
  serviceDefault:
    'A bucket sends no notifications unless configured (https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html).',
  fix: 'add `NotificationConfiguration`, for example `EventBridgeConfiguration`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['S3.11'], cwe: ['CWE-778'] },
  notes: 'The CDK writes notifications with a custom resource (`Custom::S3BucketNotifications`), which counts.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) =>
    demand(
      bucket.read('NotificationConfiguration'),
      (configuration) =>
        configuration.entries.some(([name, value]) => name === 'EventBridgeConfiguration' || isSaid(value)) ||
        app.attachedTo(bucket, 'Custom::S3BucketNotifications', 'BucketName').length > 0,
      'notifications',
    ),
});
