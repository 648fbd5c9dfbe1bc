import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/network/lambda-egress';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets the function out through a NAT gateway',
      at: ['Orders/Properties/VpcConfig/SecurityGroupIds/0'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
        });
      },
    },
    {
      name: 'the group says nothing and the subnet has a NAT gateway',
      at: ['Orders/Properties/VpcConfig/SecurityGroupIds/0'],
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
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: orders }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [!GetAtt Group.GroupId] }
      `,
    },
    {
      name: 'so may the instances of a capacity provider',
      at: ['Provider/Properties/VpcConfig/SecurityGroupIds/0'],
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
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: functions }
        Provider:
          Type: AWS::Lambda::CapacityProvider
          Properties:
            PermissionsConfig: { CapacityProviderOperatorRoleArn: arn:aws:iam::111122223333:role/operator }
            VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [!GetAtt Group.GroupId] }
      `,
    },
  ],
  passes: [
    {
      name: 'the group lets the function out to the VPC only',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
          allowAllOutbound: false,
        });
        orders.connections.allowTo(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS);
      },
    },
    {
      name: 'the subnet has no way out',
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: orders }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [!GetAtt Group.GroupId] }
      `,
    },
    {
      name: 'the group names what is called',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig: { SubnetIds: [subnet-0a1b2c], SecurityGroupIds: [!GetAtt Group.GroupId] }
      `,
    },
  ],
  unknown: [
    {
      name: 'the subnets are not part of the app',
      at: ['Orders/Properties/VpcConfig/SecurityGroupIds/0'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: orders }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig: { SubnetIds: [subnet-0a1b2c], SecurityGroupIds: [!GetAtt Group.GroupId] }
      `,
    },
  ],
});
