import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-url-auth-none';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has a URL for everybody',
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
      name: 'the URL takes calls without a signature',
      at: ['Url/Properties/AuthType'],
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: NONE
            TargetFunctionArn: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders
      `,
    },
  ],
  passes: [
    {
      name: 'ours has one for whom IAM knows',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl();
      },
    },
    {
      name: 'the URL takes signed calls only',
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says which',
      template: `
        Parameters:
          AuthType:
            Type: String
        Resources:
          Url:
            Type: AWS::Lambda::Url
            Properties:
              AuthType: !Ref AuthType
              TargetFunctionArn: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders
      `,
    },
  ],
});
