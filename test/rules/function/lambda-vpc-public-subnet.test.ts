import rule from '../../../src/rules/function/lambda-vpc-public-subnet';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
  ],
  passes: [
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
