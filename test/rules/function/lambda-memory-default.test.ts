import rule from '../../../src/rules/function/lambda-memory-default';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/MemorySize'],
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
      name: 'the memory is chosen',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            MemorySize: 256
      `,
    },
  ],
});
