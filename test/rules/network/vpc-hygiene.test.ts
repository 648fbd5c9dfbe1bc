import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/vpc-hygiene';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Vpc'],
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: [] }),
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: (stack) =>
        new ec2.Vpc(stack, 'Vpc', {
          subnetConfiguration: [{ name: 'Orders', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        }),
    },
  ],
});
