import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-vpc-multi-az';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the VPC of the L2 is in one zone',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          vpc,
        });
      },
    },
    {
      name: 'there is one subnet',
      at: ['Orders/Properties/VpcConfig/SubnetIds'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [subnet-0a1b2c]
      `,
    },
    {
      name: 'both subnets are in one zone',
      at: ['Orders/Properties/VpcConfig/SubnetIds'],
      template: `
        First:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, AvailabilityZone: eu-west-1a, CidrBlock: 10.0.0.0/24 }
        Second:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, AvailabilityZone: eu-west-1a, CidrBlock: 10.0.1.0/24 }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [!Ref First, !Ref Second]
      `,
    },
    {
      name: 'a network connector has one subnet',
      at: ['Connector/Properties/Configuration/VpcEgressConfiguration/SubnetIds'],
      template: `
        Connector:
          Type: AWS::Lambda::NetworkConnector
          Properties:
            Configuration:
              VpcEgressConfiguration:
                AssociatedComputeResourceTypes: [MicroVm]
                SubnetIds: [subnet-0a1b2c]
                SecurityGroupIds: [sg-0a1b2c]
      `,
    },
  ],
  passes: [
    {
      name: 'the VPC of the L2 is in two',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          vpc,
        });
      },
    },
    {
      name: 'they are in two',
      template: `
        First:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, AvailabilityZone: !Select [0, !GetAZs ''], CidrBlock: 10.0.0.0/24 }
        Second:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, AvailabilityZone: !Select [1, !GetAZs ''], CidrBlock: 10.0.1.0/24 }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [!Ref First, !Ref Second]
      `,
    },
    {
      name: 'the function is not in a VPC',
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
      name: 'a custom resource says which subnets',
      at: ['Orders/Properties/VpcConfig/SubnetIds'],
      template: `
        Lookup:
          Type: Custom::Lookup
          Properties:
            ServiceToken: arn:aws:lambda:eu-west-1:111122223333:function:lookup
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
            VpcConfig:
              SecurityGroupIds: [sg-1]
              SubnetIds: !GetAtt Lookup.SubnetIds
      `,
    },
    {
      name: 'whoever deploys names the subnets',
      template: `
        Parameters:
          Subnets:
            Type: CommaDelimitedList
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              VpcConfig:
                SubnetIds: !Ref Subnets
      `,
    },
  ],
});
