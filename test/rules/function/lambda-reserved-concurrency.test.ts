import rule from '../../../src/rules/function/lambda-reserved-concurrency';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/ReservedConcurrentExecutions'],
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
      name: 'there is a limit',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            ReservedConcurrentExecutions: 20
      `,
    },
  ],
});
