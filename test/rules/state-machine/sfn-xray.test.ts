import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import rule from '../../../src/rules/state-machine/sfn-xray';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Shipping/Properties/TracingConfiguration/Enabled'],
      template: (stack) =>
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
        }),
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) =>
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
          tracingEnabled: true,
        }),
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
