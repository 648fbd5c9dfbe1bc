import rule from '../../../src/rules/function/lambda-runtime-update-manual';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the runtime is pinned',
      at: ['Orders/Properties/RuntimeManagementConfig/UpdateRuntimeOn'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            RuntimeManagementConfig:
              UpdateRuntimeOn: Manual
              RuntimeVersionArn: arn:aws:lambda:eu-west-1::runtime:0a1b2c
      `,
    },
  ],
  passes: [
    {
      name: 'nothing is said',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Mode:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              RuntimeManagementConfig:
                UpdateRuntimeOn: !Ref Mode
      `,
    },
  ],
});
