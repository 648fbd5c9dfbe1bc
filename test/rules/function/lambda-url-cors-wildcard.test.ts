import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-url-cors-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the URL of the L2 answers every site',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl({ cors: { allowedOrigins: ['*'] } });
      },
    },
    {
      name: 'every origin is allowed',
      at: ['Url/Properties/Cors/AllowOrigins/0'],
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: orders
            Cors:
              AllowOrigins: ['*']
      `,
    },
  ],
  passes: [
    {
      name: 'the URL of ours answers the shop',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addFunctionUrl({ cors: { allowedOrigins: ['https://shop.example.com'] } });
      },
    },
    {
      name: 'one origin is allowed',
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: orders
            Cors:
              AllowOrigins: ['https://shop.example.com']
      `,
    },
    {
      name: 'there is no CORS',
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says which',
      at: ['Url/Properties/Cors/AllowOrigins'],
      template: `
        Parameters:
          Origins:
            Type: CommaDelimitedList
        Resources:
          Url:
            Type: AWS::Lambda::Url
            Properties:
              AuthType: AWS_IAM
              TargetFunctionArn: orders
              Cors:
                AllowOrigins: !Ref Origins
      `,
    },
  ],
});
