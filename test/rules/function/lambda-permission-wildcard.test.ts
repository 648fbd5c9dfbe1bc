import rule from '../../../src/rules/function/lambda-permission-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everybody of one organization may invoke the function',
      at: ['Permission/Properties/Principal'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '*'
            PrincipalOrgID: o-1a2b3c4d5e
      `,
    },
  ],
  passes: [
    {
      name: 'one account may',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '111122223333'
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the principal',
      template: `
        Parameters:
          Caller:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: !Ref Caller
      `,
    },
  ],
});
