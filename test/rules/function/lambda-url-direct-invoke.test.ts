import rule from '../../../src/rules/function/lambda-url-direct-invoke';
import { ruleExamples } from '../rule-examples';

const withLimit = (limit: string) => `
        Orders:
          Type: AWS::Lambda::Function
        ThroughUrl:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: !Ref Orders
            Action: lambda:InvokeFunctionUrl
            FunctionUrlAuthType: AWS_IAM
            Principal: '111122223333'
        Invoke:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: !Ref Orders
            Action: lambda:InvokeFunction
            Principal: '111122223333'${limit}
`;

export default ruleExamples(rule, {
  fails: [
    { name: 'every call is allowed', at: ['Invoke/Properties/InvokedViaFunctionUrl'], template: withLimit('') },
    {
      name: 'every call but those through the URL is allowed',
      at: ['Invoke/Properties/InvokedViaFunctionUrl'],
      template: withLimit(`
            InvokedViaFunctionUrl: false`),
    },
  ],
  passes: [
    {
      name: 'calls through the URL are allowed',
      template: withLimit(`
            InvokedViaFunctionUrl: true`),
    },
    {
      name: 'there is no URL',
      template: `
        Orders:
          Type: AWS::Lambda::Function
        Invoke:
          Type: AWS::Lambda::Permission
          Properties: { FunctionName: !Ref Orders, Action: lambda:InvokeFunction, Principal: '111122223333' }
      `,
    },
  ],
});
