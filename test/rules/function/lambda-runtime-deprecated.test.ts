import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-runtime-deprecated';
import { ruleExamples } from '../rule-examples';

// The first of January 2026, so that the examples stay true.
process.env.SOURCE_DATE_EPOCH = '1767225600';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes what it always took',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_16_X,
        }),
    },
    {
      name: 'the runtime was deprecated years ago',
      at: ['Orders/Properties/Runtime'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs16.x
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
    {
      name: 'it is the default of a parameter',
      at: ['Orders/Properties/Runtime'],
      template: `
        Parameters:
          Runtime:
            Type: String
            Default: python3.8
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: !Ref Runtime
              Role: arn:aws:iam::111122223333:role/orders
      `,
    },
    {
      name: 'it is put together',
      at: ['Orders/Properties/Runtime'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: !Sub
              - nodejs\${Version}.x
              - Version: 14
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
    {
      name: 'a web function on a runtime that is not',
      at: ['Shop/Properties/BuildConfig/RuntimeConfig/Runtime'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop
            BuildConfig: { RuntimeConfig: { Runtime: nodejs16.x } }
            ServiceConfig:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/shop
      `,
    },
  ],
  passes: [
    {
      name: 'ours takes what AWS looks after',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'the runtime is supported',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
    {
      name: 'a container image brings its own',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            PackageType: Image
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
  unknown: [
    {
      name: 'whoever deploys says which',
      template: `
        Parameters:
          Runtime:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: !Ref Runtime
              Role: arn:aws:iam::111122223333:role/orders
      `,
    },
    {
      name: 'the runtime is newer than the table of dates',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs99.x
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
  ],
});
