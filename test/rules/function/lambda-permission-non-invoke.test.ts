import rule from '../../../src/rules/function/lambda-permission-non-invoke';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'every action on the function is allowed',
      at: ['Permission/Properties/Action'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:*
            FunctionName: orders
            Principal: '111122223333'
      `,
    },
    {
      name: 'it comes out of a mapping',
      at: ['Permission/Properties/Action'],
      template: `
        Mappings:
          Access:
            Partner:
              Action: lambda:UpdateFunctionCode
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: !FindInMap [Access, Partner, Action]
              FunctionName: orders
              Principal: '111122223333'
      `,
    },
  ],
  passes: [
    {
      name: 'invoking is allowed',
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
      name: 'whoever deploys says what',
      template: `
        Parameters:
          Action:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: !Ref Action
              FunctionName: orders
              Principal: '111122223333'
      `,
    },
  ],
});
