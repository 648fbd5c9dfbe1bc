import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'guardduty-enabled',
  severity: 'high',
  title: 'the detector of GuardDuty is off',
  why: 'Credentials that are used from elsewhere, mining and calls to known bad addresses are not told to anybody. The detector is there, so that everybody thinks they are.',
  serviceDefault:
    'The property is required: a detector says whether it is on (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html).',
  fix: 'set `Enable: true`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['GuardDuty.1'], cwe: ['CWE-778'] },
  notes: 'Whether the account has a detector that is not part of the app is not seen.',
  appliesTo: 'AWS::GuardDuty::Detector',
  check: (detector) => demand(detector.read('Enable'), (on) => on.isTrue, 'true'),
});
