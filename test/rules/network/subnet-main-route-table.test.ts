import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/subnet-main-route-table';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1 names no table',
      at: ['Subnet'],
      template: (stack) => {
        const vpc = new ec2.CfnVPC(stack, 'Vpc', { cidrBlock: '10.0.0.0/16' });
        new ec2.CfnSubnet(stack, 'Subnet', {
          vpcId: vpc.ref,
          cidrBlock: '10.0.0.0/24',
          availabilityZone: 'eu-west-1a',
        });
      },
    },
  ],
  passes: [
    {
      name: 'the L2 makes one for each subnet',
      template: (stack) => {
        new ec2.Vpc(stack, 'Vpc', {
          maxAzs: 2,
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
      },
    },
    {
      name: 'the VPC is made elsewhere',
      template: `
        Code: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 } }
      `,
    },
  ],
});
