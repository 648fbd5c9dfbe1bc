import rule from '../../../src/rules/function/lambda-vpc-multi-az';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
  ],
  passes: [
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
