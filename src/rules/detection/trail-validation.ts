import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'trail-validation',
  severity: 'medium',
  title: 'nobody can tell whether log files of the trail were changed',
  why: 'An intruder who can write to the bucket removes what shows them. Signed digests would show it.',
  serviceDefault:
    'Validation is off in a trail that is made through the API (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html).',
  fix: 'set `EnableLogFileValidation: true`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['CloudTrail.4'], cwe: ['CWE-353'] },
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail) => demand(trail.read('EnableLogFileValidation'), (on) => on.isTrue, 'true'),
});
