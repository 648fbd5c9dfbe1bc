import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-runtime-eol-soon';
import { ruleExamples } from '../rule-examples';

// The first of January 2026, so that the examples stay true.
process.env.SOURCE_DATE_EPOCH = '1767225600';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 was not touched for a while',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_20_X,
        }),
    },
    {
      name: 'the deprecation is four months away',
      at: ['Orders/Properties/Runtime'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs20.x
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 was brought up to date',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'there are years left',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
    {
      name: 'it is deprecated already, which another rule says',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs16.x
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
    {
      name: 'a web function on a runtime that is supported',
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop
            BuildConfig: { RuntimeConfig: { Runtime: nodejs24.x } }
            ServiceConfig:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/shop
      `,
    },
  ],
});
