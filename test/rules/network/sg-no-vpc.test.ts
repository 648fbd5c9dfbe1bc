import rule from '../../../src/rules/network/sg-no-vpc';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it does not',
      at: ['Group/Properties/VpcId'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: orders }
      `,
    },
  ],
  passes: [
    {
      name: 'it does',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: orders, VpcId: vpc-0a1b2c }
      `,
    },
  ],
});
