import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/subnet-zone';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'two subnets that may be neighbours',
      at: ['One/Properties/AvailabilityZone', 'Two/Properties/AvailabilityZone'],
      template: (stack) => {
        new ec2.CfnSubnet(stack, 'One', { vpcId: 'vpc-0a1b2c', cidrBlock: '10.0.0.0/24' });
        new ec2.CfnSubnet(stack, 'Two', { vpcId: 'vpc-0a1b2c', cidrBlock: '10.0.1.0/24' });
      },
    },
  ],
  passes: [
    {
      name: 'each names a zone',
      template: (stack) => {
        const [one, two] = stack.availabilityZones;
        new ec2.CfnSubnet(stack, 'One', { vpcId: 'vpc-0a1b2c', cidrBlock: '10.0.0.0/24', availabilityZone: one });
        new ec2.CfnSubnet(stack, 'Two', { vpcId: 'vpc-0a1b2c', cidrBlock: '10.0.1.0/24', availabilityZone: two });
      },
    },
    {
      name: 'a zone by its id, which is the same in every account',
      template: `
        Code: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24, AvailabilityZoneId: euw1-az1 } }
      `,
    },
    {
      name: 'whoever deploys names it',
      template: `
        Parameters:
          Zone: { Type: 'AWS::EC2::AvailabilityZone::Name' }
        Resources:
          Code: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Ref Zone } }
      `,
    },
  ],
});
