import rule from '../../../src/rules/network/vpc-hygiene';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Vpc'],
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
      `,
    },
  ],
});
