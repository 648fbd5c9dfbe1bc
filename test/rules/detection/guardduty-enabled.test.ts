import * as guardduty from 'aws-cdk-lib/aws-guardduty';
import rule from '../../../src/rules/detection/guardduty-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is off',
      at: ['Detector/Properties/Enable'],
      template: (stack) => new guardduty.CfnDetector(stack, 'Detector', { enable: false }),
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) => new guardduty.CfnDetector(stack, 'Detector', { enable: true }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Detector/Properties/Enable'],
      template: `
        Parameters:
          Detect: { Type: String }
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties: { Enable: !Ref Detect }
      `,
    },
  ],
});
