import * as macie from 'aws-cdk-lib/aws-macie';
import rule from '../../../src/rules/detection/macie-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is paused',
      at: ['Session/Properties/Status'],
      template: (stack) => new macie.CfnSession(stack, 'Session', { status: 'PAUSED' }),
    },
  ],
  passes: [
    {
      name: 'it looks',
      template: (stack) => new macie.CfnSession(stack, 'Session', { status: 'ENABLED' }),
    },
    {
      name: 'the session says nothing',
      template: `
        Session:
          Type: AWS::Macie::Session
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Session/Properties/Status'],
      template: `
        Parameters:
          State: { Type: String }
        Resources:
          Session:
            Type: AWS::Macie::Session
            Properties: { Status: !Ref State }
      `,
    },
  ],
});
