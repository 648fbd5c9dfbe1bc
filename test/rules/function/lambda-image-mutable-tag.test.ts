import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-image-mutable-tag';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes the latest image',
      template: (stack) => {
        const images = ecr.Repository.fromRepositoryName(stack, 'Images', 'orders');
        new lambda.DockerImageFunction(stack, 'Orders', {
          code: lambda.DockerImageCode.fromEcr(images, { tagOrDigest: 'latest' }),
        });
      },
    },
    {
      name: 'the tag is latest',
      at: ['Orders/Properties/Code/ImageUri'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            PackageType: Image
            Code:
              ImageUri: !Sub \${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/orders:latest
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 takes one image',
      template: (stack) => {
        const images = ecr.Repository.fromRepositoryName(stack, 'Images', 'orders');
        const tagOrDigest = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
        new lambda.DockerImageFunction(stack, 'Orders', {
          code: lambda.DockerImageCode.fromEcr(images, { tagOrDigest }),
        });
      },
    },
    {
      name: 'the image has a digest',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            PackageType: Image
            Code:
              ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      `,
    },
    {
      name: 'the image is an asset of the CDK',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            PackageType: Image
            Code:
              ImageUri: !Sub \${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/cdk-assets:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the image',
      template: `
        Parameters:
          Image:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              PackageType: Image
              Code:
                ImageUri: !Ref Image
      `,
    },
  ],
});
