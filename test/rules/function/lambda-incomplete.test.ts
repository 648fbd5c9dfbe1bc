import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-incomplete';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 forgets the handler',
      template: (stack) => {
        new lambda.CfnFunction(stack, 'Orders', {
          code: { s3Bucket: 'code', s3Key: 'orders.zip' },
          role: 'arn:aws:iam::111122223333:role/orders',
          runtime: 'nodejs24.x',
        });
      },
    },
    {
      name: 'the handler is missing',
      at: ['Orders/Properties/Handler'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
            Code: { S3Bucket: code, S3Key: orders.zip }
      `,
    },
    {
      name: 'nobody knows where the code is',
      at: ['Orders/Properties/Code/S3Key'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            Code: { S3Bucket: code }
      `,
    },
    {
      name: 'it is in a VPC without a security group',
      at: ['Orders/Properties/VpcConfig/SecurityGroupIds'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            Code: { S3Bucket: code, S3Key: orders.zip }
            VpcConfig: { SubnetIds: [subnet-0123456789abcdef0] }
      `,
    },
  ],
  passes: [
    {
      name: 'ours asks for it',
      template: (stack) => {
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
      },
    },
    {
      name: 'everything is there',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            Code: { S3Bucket: code, S3Key: orders.zip }
      `,
    },
    {
      name: 'an image has a handler of its own',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            PackageType: Image
            Code: { ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0 }
      `,
    },
    {
      name: 'the handler is a parameter',
      template: `
        Parameters:
          Handler: { Type: String }
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: nodejs24.x
              Handler: !Ref Handler
              Code: { S3Bucket: code, S3Key: orders.zip }
      `,
    },
  ],
  unknown: [
    {
      name: 'a macro may write the handler, and that the function is in a VPC',
      at: ['Orders/Properties/Handler', 'Orders/Properties/VpcConfig/SecurityGroupIds'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Fn::Transform: { Name: Handlers }
            Runtime: nodejs24.x
            Code: { S3Bucket: code, S3Key: orders.zip }
      `,
    },
  ],
});
