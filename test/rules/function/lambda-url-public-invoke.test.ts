import rule from '../../../src/rules/function/lambda-url-public-invoke';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'calls without a signature are allowed',
      at: ['Permission/Properties/FunctionUrlAuthType'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunctionUrl
            FunctionName: orders
            FunctionUrlAuthType: NONE
            Principal: '*'
      `,
    },
    {
      name: 'a signature of any account will do',
      at: ['Permission/Properties/Principal'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunctionUrl
            FunctionName: orders
            FunctionUrlAuthType: AWS_IAM
            Principal: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'one account may call the URL',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunctionUrl
            FunctionName: orders
            FunctionUrlAuthType: AWS_IAM
            Principal: '111122223333'
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how',
      template: `
        Parameters:
          AuthType:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunctionUrl
              FunctionName: orders
              FunctionUrlAuthType: !Ref AuthType
              Principal: '111122223333'
      `,
    },
  ],
});
