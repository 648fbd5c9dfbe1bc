import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as signer from 'aws-cdk-lib/aws-signer';
import rule from '../../../src/rules/function/lambda-code-signing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes the code as it is',
      template: (stack) => {
        const releases = s3.Bucket.fromBucketName(stack, 'Releases', 'releases');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromBucket(releases, 'orders.zip'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
      },
    },
    {
      name: 'nothing is said',
      at: ['Orders/Properties/CodeSigningConfigArn'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 takes signed code only',
      template: (stack) => {
        const releases = s3.Bucket.fromBucketName(stack, 'Releases', 'releases');
        const release = new signer.SigningProfile(stack, 'Release', {
          platform: signer.Platform.AWS_LAMBDA_SHA384_ECDSA,
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromBucket(releases, 'orders.zip'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          codeSigningConfig: new lambda.CodeSigningConfig(stack, 'Signing', { signingProfiles: [release] }),
        });
      },
    },
    {
      name: 'signatures are checked',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            CodeSigningConfigArn: arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c
      `,
    },
  ],
});
