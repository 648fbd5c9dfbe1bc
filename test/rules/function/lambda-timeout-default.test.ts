import rule from '../../../src/rules/function/lambda-timeout-default';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/Timeout'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  passes: [
    {
      name: 'the timeout is chosen',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 10
      `,
    },
  ],
});
