import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
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
    {
      name: 'the partner may call the URL, and the function as well',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl();
        const principal = new iam.AccountPrincipal('444455556666');
        orders.addPermission('ThroughUrl', { principal, action: 'lambda:InvokeFunctionUrl' });
        orders.addPermission('Invoke', { principal });
      },
    },
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
      name: 'the partner may call the URL alone',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl().grantInvokeUrl(new iam.AccountPrincipal('444455556666'));
      },
    },
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
