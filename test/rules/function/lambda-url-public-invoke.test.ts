import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-url-public-invoke';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 writes it for a URL without authorization',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
      },
    },
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
    {
      name: 'the policy of the function lets everybody call its URL',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: lambda:InvokeFunctionUrl
                  Resource: '*'
                  Condition: { StringEquals: { lambda:FunctionUrlAuthType: NONE } }
      `,
    },
  ],
  passes: [
    {
      name: 'the URL of ours is for one account',
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
