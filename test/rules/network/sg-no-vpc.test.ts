import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-no-vpc';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it does not',
      at: ['Orders/Properties/VpcId'],
      template: (stack) => new ec2.CfnSecurityGroup(stack, 'Orders', { groupDescription: 'orders' }),
    },
  ],
  passes: [
    {
      name: 'it does',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new ec2.CfnSecurityGroup(stack, 'Orders', { groupDescription: 'orders', vpcId: vpc.vpcId });
      },
    },
  ],
});
