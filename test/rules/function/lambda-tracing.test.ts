import rule from '../../../src/rules/function/lambda-tracing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/TracingConfig/Mode'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
    {
      name: 'only what a caller samples is traced',
      at: ['Orders/Properties/TracingConfig/Mode'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            TracingConfig:
              Mode: PassThrough
      `,
    },
  ],
  passes: [
    {
      name: 'it traces',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            TracingConfig:
              Mode: Active
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
              TracingConfig:
                Mode: !Ref Mode
      `,
    },
  ],
});
