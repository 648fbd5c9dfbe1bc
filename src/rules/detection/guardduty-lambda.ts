import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'guardduty-lambda',
  severity: 'medium',
  title: 'the detector does not look at where functions connect to',
  why: 'A function that was taken over mines, or sends data to a known bad address. The detector is told not to look.',
  serviceDefault:
    'A new detector looks at functions unless it is told not to (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-pricing.html).',
  fix: 'remove what disables `LAMBDA_NETWORK_LOGS` in `Features`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['GuardDuty.6'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::GuardDuty::Detector',
  check: (detector) =>
    detector
      .read('Features')
      .items.filter((feature) => feature.read('Name').is('LAMBDA_NETWORK_LOGS'))
      .map((feature) => demand(feature.read('Status'), (status) => !status.is('DISABLED'), '"ENABLED"')),
});
