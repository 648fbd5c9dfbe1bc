import rule from '../../../src/rules/network/subnet-public-ip';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
