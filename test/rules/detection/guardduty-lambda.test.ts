import * as guardduty from 'aws-cdk-lib/aws-guardduty';
import rule from '../../../src/rules/detection/guardduty-lambda';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the feature is disabled',
      at: ['Detector/Properties/Features/0/Status'],
      template: (stack) =>
        new guardduty.CfnDetector(stack, 'Detector', {
          enable: true,
          features: [{ name: 'LAMBDA_NETWORK_LOGS', status: 'DISABLED' }],
        }),
    },
  ],
  passes: [
    {
      name: 'the feature is enabled',
      template: (stack) =>
        new guardduty.CfnDetector(stack, 'Detector', {
          enable: true,
          features: [{ name: 'LAMBDA_NETWORK_LOGS', status: 'ENABLED' }],
        }),
    },
    {
      name: 'the detector says nothing',
      template: `
        Detector:
          Type: AWS::GuardDuty::Detector
          Properties: { Enable: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Detector/Properties/Features/0/Status'],
      template: `
        Parameters:
          Look: { Type: String }
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties: { Enable: true, Features: [{ Name: LAMBDA_NETWORK_LOGS, Status: !Ref Look }] }
      `,
    },
  ],
});
