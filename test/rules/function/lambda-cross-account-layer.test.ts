import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/function/lambda-cross-account-layer';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 imports the layer by its ARN',
      template: (stack) => {
        const arn = 'arn:aws:lambda:eu-west-1:111122223333:layer:helpers:7';
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          layers: [lambda.LayerVersion.fromLayerVersionArn(stack, 'Helpers', arn)],
        });
      },
    },
    {
      name: "the layer is somebody else's",
      at: ['Orders/Properties/Layers/0'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Layers:
              - !Sub arn:\${AWS::Partition}:lambda:\${AWS::Region}:111122223333:layer:helpers:7
      `,
    },
  ],
  passes: [
    {
      name: 'the layer is part of the stack',
      template: (stack) => {
        const releases = s3.Bucket.fromBucketName(stack, 'Releases', 'releases');
        const code = lambda.Code.fromBucket(releases, 'helpers.zip');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          layers: [new lambda.LayerVersion(stack, 'Helpers', { code })],
        });
      },
    },
    {
      name: 'the layer is of this app, of this account, or of AWS',
      template: `
        Helpers:
          Type: AWS::Lambda::LayerVersion
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Layers:
              - !Ref Helpers
              - !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:layer:helpers:7
              - arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:53
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the layer',
      at: ['Orders/Properties/Layers/0'],
      template: `
        Parameters:
          Layer:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Layers: [!Ref Layer]
      `,
    },
  ],
});
