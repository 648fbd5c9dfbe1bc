import rule from '../../../src/rules/function/lambda-url-half-permission';
import { ruleExamples } from '../rule-examples';

const throughUrl = `
        ThroughUrl:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: !Ref Orders
            Action: lambda:InvokeFunctionUrl
            FunctionUrlAuthType: AWS_IAM
            Principal: '111122223333'`;
const invoke = `
        Invoke:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: !Ref Orders
            Action: lambda:InvokeFunction
            InvokedViaFunctionUrl: true
            Principal: '111122223333'`;
const orders = `
        Orders:
          Type: AWS::Lambda::Function`;

export default ruleExamples(rule, {
  fails: [
    { name: 'the URL alone is allowed', at: ['ThroughUrl/Properties/Action'], template: orders + throughUrl },
    { name: 'the function alone is allowed', at: ['Invoke/Properties/Action'], template: orders + invoke },
  ],
  passes: [{ name: 'both are allowed', template: orders + throughUrl + invoke }],
});
