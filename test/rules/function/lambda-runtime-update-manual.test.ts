import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-runtime-update-manual';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 stays with one build of the runtime',
      template: (stack) => {
        const arn = 'arn:aws:lambda:eu-west-1::runtime:0a1b2c';
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          runtimeManagementMode: lambda.RuntimeManagementMode.manual(arn),
        });
      },
    },
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
      name: 'the L2 gets what AWS mends',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          runtimeManagementMode: lambda.RuntimeManagementMode.AUTO,
        }),
    },
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
