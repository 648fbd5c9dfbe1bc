import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
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
const ordersFunction = `
        Orders:
          Type: AWS::Lambda::Function`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'one of the two permissions is given',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl();
        const principal = new iam.AccountPrincipal('444455556666');
        orders.addPermission('ThroughUrl', { principal, action: 'lambda:InvokeFunctionUrl' });
      },
    },
    { name: 'the URL alone is allowed', at: ['ThroughUrl/Properties/Action'], template: ordersFunction + throughUrl },
    { name: 'the function alone is allowed', at: ['Invoke/Properties/Action'], template: ordersFunction + invoke },
  ],
  passes: [
    {
      name: 'the grant of the URL gives both',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl().grantInvokeUrl(new iam.AccountPrincipal('444455556666'));
      },
    },
    { name: 'both are allowed', template: ordersFunction + throughUrl + invoke },
  ],
});
