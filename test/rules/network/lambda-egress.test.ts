import rule from '../../../src/rules/network/lambda-egress';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
  ],
  passes: [
    {
      name: 'the subnet has no way out',
      template: `
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 }
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
