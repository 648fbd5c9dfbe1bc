import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'guardduty-s3',
  severity: 'medium',
  title: 'the detector does not look at what is done with objects in S3',
  why: 'Objects that are copied out by a stolen credential are what most thefts end with. The detector is told not to look.',
  serviceDefault:
    'A new detector looks at S3 unless it is told not to (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-pricing.html).',
  fix: 'remove what disables `S3_DATA_EVENTS` in `Features`, or `DataSources.S3Logs.Enable: false`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['GuardDuty.10'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::GuardDuty::Detector',
  check: (detector) => [
    demand(detector.read('DataSources.S3Logs.Enable'), (on) => !on.isFalse, 'true'),
    ...detector
      .read('Features')
      .items.filter((feature) => feature.read('Name').is('S3_DATA_EVENTS'))
      .map((feature) => demand(feature.read('Status'), (status) => !status.is('DISABLED'), '"ENABLED"')),
  ],
});
