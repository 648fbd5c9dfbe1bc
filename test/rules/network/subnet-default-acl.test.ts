import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { IsolatedNetwork } from '../../../src/network/isolated-network';
import rule from '../../../src/rules/network/subnet-default-acl';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nobody made one',
      at: ['VpcCodeSubnet1Subnet', 'VpcCodeSubnet2Subnet'],
      template: (stack) => {
        new ec2.Vpc(stack, 'Vpc', {
          maxAzs: 2,
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
      },
    },
    {
      name: 'another subnet has one',
      at: ['Forgotten'],
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
        Code: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
        Forgotten: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
        CodeAcl: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Code, NetworkAclId: !Ref Acl } }
      `,
    },
  ],
  passes: [
    {
      name: 'the network brings an ACL for each kind of subnets',
      template: (stack) => {
        new IsolatedNetwork(stack, 'Network');
      },
    },
    {
      name: 'the list that the VPC comes with denies before it allows',
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Code: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
        Deny: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !GetAtt Vpc.DefaultNetworkAcl, RuleNumber: 1, Protocol: -1, RuleAction: deny, CidrBlock: 0.0.0.0/0 } }
      `,
    },
    {
      name: 'the VPC is made elsewhere',
      template: `
        Code: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 } }
      `,
    },
  ],
});
