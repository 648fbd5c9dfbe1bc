import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/subnet-public-ip';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 does so for public subnets',
      at: [
        'VpcOrdersSubnet1Subnet/Properties/MapPublicIpOnLaunch',
        'VpcOrdersSubnet2Subnet/Properties/MapPublicIpOnLaunch',
      ],
      template: (stack) =>
        new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Orders', subnetType: ec2.SubnetType.PUBLIC }],
        }),
    },
    {
      name: 'it does',
      at: ['Subnet/Properties/MapPublicIpOnLaunch'],
      template: `
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 is told not to',
      template: (stack) =>
        new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Orders', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false }],
        }),
    },
    {
      name: 'it does not',
      template: `
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Subnet/Properties/MapPublicIpOnLaunch'],
      template: `
        Parameters:
          Public: { Type: String }
        Resources:
          Subnet:
            Type: AWS::EC2::Subnet
            Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: !Ref Public }
      `,
    },
  ],
});
