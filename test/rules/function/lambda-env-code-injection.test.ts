import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-env-code-injection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a module comes from a file system that others write to',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { NODE_OPTIONS: '--require /mnt/shared/tracing.js' },
        }),
    },
    {
      name: 'a module is loaded before the handler',
      at: ['Orders/Properties/Environment/Variables/NODE_OPTIONS'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                NODE_OPTIONS: --enable-source-maps --require /tmp/hook.js
      `,
    },
    {
      name: 'a library is loaded into every process',
      at: ['Orders/Properties/Environment/Variables/LD_PRELOAD'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                LD_PRELOAD: /mnt/shared/hook.so
      `,
    },
    {
      name: 'a script starts the runtime',
      at: ['Orders/Properties/Environment/Variables/AWS_LAMBDA_EXEC_WRAPPER'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                AWS_LAMBDA_EXEC_WRAPPER: /mnt/shared/wrapper
      `,
    },
    {
      name: 'a web function loads code first',
      at: ['Shop/Properties/ServiceConfig/EnvironmentVariables/NODE_OPTIONS'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop

            ServiceConfig:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/shop
              EnvironmentVariables: { NODE_OPTIONS: --require /tmp/hook.js }
      `,
    },
  ],
  passes: [
    {
      name: 'the module is part of the code',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { NODE_OPTIONS: '--enable-source-maps' },
        }),
    },
    {
      name: 'the options load nothing',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                NODE_OPTIONS: --enable-source-maps
                JAVA_TOOL_OPTIONS: -XX:+TieredCompilation -XX:TieredStopAtLevel=1
                PYTHONPATH: /opt/python:/var/task
                AWS_LAMBDA_EXEC_WRAPPER: /opt/otel-handler
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the options',
      template: `
        Parameters:
          Preload:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  LD_PRELOAD: !Ref Preload
      `,
    },
  ],
});
