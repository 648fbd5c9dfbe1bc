import rule from '../../../src/rules/state-machine/sfn-xray';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Shipping/Properties/TracingConfiguration/Enabled'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            TracingConfiguration: { Enabled: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'a parameter without a default decides',
      at: ['Shipping/Properties/TracingConfiguration/Enabled'],
      template: `
        Parameters:
          Trace:
            Type: String
        Resources:
          Shipping:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/shipping
              TracingConfiguration: { Enabled: !Ref Trace }
      `,
    },
  ],
});
