import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-in-vpc';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 runs outside',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'nothing is said',
      at: ['Orders/Properties/VpcConfig/SubnetIds'],
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
      name: 'the L2 runs in the VPC',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          vpc,
        });
      },
    },
    {
      name: 'the function is in a VPC',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [subnet-0a1b2c, subnet-3d4e5f]
              SecurityGroupIds: [sg-0a1b2c]
      `,
    },
    {
      name: 'the function runs on instances in a VPC',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            CapacityProviderConfig:
              LambdaManagedInstancesCapacityProviderConfig:
                CapacityProviderArn: arn:aws:lambda:eu-central-1:111122223333:capacity-provider:orders
      `,
    },
  ],
});
