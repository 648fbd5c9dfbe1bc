import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'trail-multi-region',
  severity: 'medium',
  title: 'the trail records one Region only',
  why: 'An intruder works in a Region that nobody uses, and mines there or makes credentials. Nothing of it is recorded.',
  serviceDefault:
    'A trail that is made through the API records the Region that it is made in (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html).',
  fix: 'set `IsMultiRegionTrail: true` and `IncludeGlobalServiceEvents: true`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['CloudTrail.1'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::CloudTrail::Trail',
  check: (trail) => demand(trail.read('IsMultiRegionTrail'), (all) => all.isTrue, 'true'),
});
