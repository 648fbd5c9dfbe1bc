import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-env-kms';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has variables',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { STAGE: 'production' },
        }),
    },
    {
      name: 'there are variables and no key',
      at: ['Orders/Properties/KmsKeyArn'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                STAGE: production
      `,
    },
    {
      name: 'a web function has variables and no key',
      at: ['Shop/Properties/KmsKeyArn'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop

            ServiceConfig:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/shop
              EnvironmentVariables: { TABLE: orders }
      `,
    },
  ],
  passes: [
    {
      name: 'ours takes the key of the stack',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { STAGE: 'production' },
        }),
    },
    {
      name: 'there is a key',
      template: `
        Key:
          Type: AWS::KMS::Key
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            KmsKeyArn: !GetAtt Key.Arn
            Environment:
              Variables:
                STAGE: production
      `,
    },
    {
      name: 'there are no variables',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the key',
      template: `
        Parameters:
          KeyArn:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              KmsKeyArn: !Ref KeyArn
              Environment:
                Variables:
                  STAGE: production
      `,
    },
  ],
});
