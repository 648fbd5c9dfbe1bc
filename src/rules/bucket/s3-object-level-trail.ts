import { some } from '../../iam/truth';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { recordsObjects } from './reading/data-events';

export default defineRule({
  id: 's3-object-level-trail',
  severity: 'medium',
  strict: true,
  title: 'CloudTrail does not record who reads and writes the objects',
  why:
    'Calls on objects are data events, which a trail leaves out unless asked. ' +
    'Without them nobody can tell which objects a stolen credential took.',
  serviceDefault:
    'A trail records management events only; a bucket may also be covered by a trail of the organization, which a template cannot show (https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html).',
  fix: 'have a trail of the app record all buckets (`logAllS3DataEvents` of an L2 `Trail`) or this one (`addS3EventSelector`; an event selector with `Type: AWS::S3::Object`), or acknowledge it where a trail of the organization does',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['S3.22', 'S3.23'], cwe: ['CWE-778'] },
  notes: 'Data events are paid for by their number, so that it runs only when asked for.',
  appliesTo: ['AWS::S3::Bucket', 'AWS::CloudTrail::Trail'],
  check: (resource, app) => {
    const trails = app.ofType('AWS::CloudTrail::Trail');
    const bucket = resource.is('AWS::S3::Bucket') ? resource : undefined;
    const recorded = some(trails.map((trail) => recordsObjects(trail, bucket)));
    if (recorded === 'yes') return pass();
    if (recorded === 'unknown') {
      return unknown(resource, 'the event selectors of the trail are only known after deployment');
    }
    return fail(resource, {
      got: trails.length === 0 ? 'no trail' : 'no data events of it in any trail',
      wanted: bucket ? 'data events of the bucket' : 'data events of the buckets that matter',
    });
  },
});
