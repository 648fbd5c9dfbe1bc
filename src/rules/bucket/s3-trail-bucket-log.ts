import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 's3-trail-bucket-log',
  severity: 'low',
  title: 'nobody can tell who read the log files of CloudTrail',
  why:
    'An attacker who reads the log files learns what was noticed. ' +
    'The access log of their bucket is where it shows.',
  serviceDefault:
    'A bucket has no access log unless asked for (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html).',
  fix: 'set `LoggingConfiguration` on the bucket of the trail',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['CloudTrail.7'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail, app) => {
    const name = trail.read('S3BucketName');
    const bucket =
      name.target ?? app.ofType('AWS::S3::Bucket').find((other) => other.read('BucketName').is(String(name.scalar)));
    if (!bucket?.is('AWS::S3::Bucket')) return unknown(name, 'the bucket is not part of the application');
    const logging = bucket.read('LoggingConfiguration');
    if (logging.isUnknown) return unknown(logging);
    return logging.isAbsent ? fail(name, { got: 'a bucket without an access log', wanted: 'one with' }) : pass();
  },
});
