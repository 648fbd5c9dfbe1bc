import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-default-closed';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing removes the rules',
      at: ['Vpc'],
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }),
    },
  ],
  passes: [
    {
      name: 'the CDK removes them',
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, restrictDefaultSecurityGroup: true }),
    },
  ],
});
