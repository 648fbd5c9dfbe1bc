import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/function/durable-payload-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a durable function as the L2 makes it',
      at: ['Orders/Properties/DurableConfig/KMSKeyArn'],
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          durableConfig: { executionTimeout: Duration.days(1) },
        });
      },
    },
  ],
  passes: [
    {
      name: 'the L1 below the L2 is given a key of yours',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          durableConfig: { executionTimeout: Duration.days(1) },
        });
        const resource = orders.node.defaultChild as lambda.CfnFunction;
        resource.addPropertyOverride('DurableConfig.KMSKeyArn', SecureKey.shared(stack).keyArn);
      },
    },
    {
      name: 'a key of yours encrypts them',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DurableConfig:
              ExecutionTimeout: 86400
              KMSKeyArn: arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d
      `,
    },
    {
      name: 'the function is not durable',
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the key',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              DurableConfig: { ExecutionTimeout: 86400, KMSKeyArn: !Ref Given }
      `,
    },
  ],
});
