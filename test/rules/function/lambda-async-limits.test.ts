import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-async-limits';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has a destination only',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          onFailure: new SqsDestination(failed),
        });
      },
    },
    {
      name: 'only a destination is said',
      at: ['Events/Properties/MaximumRetryAttempts', 'Events/Properties/MaximumEventAgeInSeconds'],
      template: `
        Events:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: orders
            Qualifier: $LATEST
            DestinationConfig:
              OnFailure: { Destination: arn:aws:sqs:eu-west-1:111122223333:failed }
      `,
    },
  ],
  passes: [
    {
      name: 'ours has limits too',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed');
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          onFailure: new SqsDestination(failed),
        });
      },
    },
    {
      name: 'both are said, and no second try is a number too',
      template: `
        Events:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: orders
            Qualifier: $LATEST
            MaximumRetryAttempts: 0
            MaximumEventAgeInSeconds: 3600
      `,
    },
  ],
  unknown: [
    {
      name: 'the age is a parameter',
      at: ['Events/Properties/MaximumEventAgeInSeconds'],
      template: `
        Parameters:
          Age: { Type: Number }
        Resources:
          Events:
            Type: AWS::Lambda::EventInvokeConfig
            Properties:
              FunctionName: orders
              Qualifier: $LATEST
              MaximumRetryAttempts: 1
              MaximumEventAgeInSeconds: !Ref Age
      `,
    },
  ],
});
