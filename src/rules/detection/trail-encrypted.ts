import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'trail-encrypted',
  severity: 'medium',
  title: 'the log files of the trail are encrypted with a key that nobody here controls',
  why: 'Whoever may read the bucket reads what everybody did. With a key of your own, reading the files takes a second permission.',
  serviceDefault:
    'A trail without `KMSKeyId` leaves encryption to S3 (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html).',
  fix: 'set `KMSKeyId` to a customer-managed key that lets CloudTrail in',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['CloudTrail.2'], cwe: ['CWE-311'] },
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail) => demand(trail.read('KMSKeyId'), isSaid, 'a customer-managed key'),
});
