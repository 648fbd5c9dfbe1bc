import rule from '../../../src/rules/function/lambda-tags';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Orders/Properties/Tags'],
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
      name: 'there is one',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Tags:
              - { Key: owner, Value: team-books }
      `,
    },
  ],
});
