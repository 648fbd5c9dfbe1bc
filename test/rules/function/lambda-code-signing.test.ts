import rule from '../../../src/rules/function/lambda-code-signing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/CodeSigningConfigArn'],
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
      name: 'signatures are checked',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            CodeSigningConfigArn: arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c
      `,
    },
  ],
});
