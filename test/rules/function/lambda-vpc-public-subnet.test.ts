import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-vpc-public-subnet';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 was told that this is meant',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
          allowPublicSubnet: true,
        });
      },
    },
    {
      name: 'the subnet has a route to the internet gateway',
      at: ['Orders/Properties/VpcConfig/SubnetIds/0'],
      template: `
        Gateway:
          Type: AWS::EC2::InternetGateway
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 }
        Table:
          Type: AWS::EC2::RouteTable
          Properties: { VpcId: vpc-0a1b2c }
        Association:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table }
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [!Ref Subnet]
              SecurityGroupIds: [sg-0a1b2c]
      `,
    },
    {
      name: 'the instances of a capacity provider are in a public subnet',
      at: ['Provider/Properties/VpcConfig/SubnetIds/0'],
      template: `
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 }
        Table:
          Type: AWS::EC2::RouteTable
          Properties: { VpcId: vpc-0a1b2c }
        Association:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table }
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-0a1b2c }
        Provider:
          Type: AWS::Lambda::CapacityProvider
          Properties:
            PermissionsConfig: { CapacityProviderOperatorRoleArn: arn:aws:iam::111122223333:role/operator }
            VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-0a1b2c] }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 chooses private subnets',
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
      name: 'the subnet is private',
      template: `
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 }
        Table:
          Type: AWS::EC2::RouteTable
          Properties: { VpcId: vpc-0a1b2c }
        Association:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table }
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-0a1b2c }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [!Ref Subnet]
              SecurityGroupIds: [sg-0a1b2c]
      `,
    },
  ],
});
