import rule from '../../../src/rules/function/lambda-log-format';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/LoggingConfig/LogFormat'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
      `,
    },
    {
      name: 'it is text',
      at: ['Orders/Properties/LoggingConfig/LogFormat'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig: { LogFormat: Text }
      `,
    },
  ],
  passes: [
    {
      name: 'it is JSON',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig: { LogFormat: JSON }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/LoggingConfig/LogFormat'],
      template: `
        Parameters:
          Format: { Type: String }
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              LoggingConfig: { LogFormat: !Ref Format }
      `,
    },
  ],
});
