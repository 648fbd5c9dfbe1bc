import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import rule from '../../../src/rules/network/sg-default-closed';
import { ruleExamples } from '../rule-examples';

function associate(stack: Stack, name: string, groupId: string): void {
  new ssm.CfnAssociation(stack, 'Association', {
    name,
    automationTargetParameterName: 'GroupId',
    targets: [{ key: 'ParameterValues', values: [groupId] }],
  });
}

const runbook = 'AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing removes the rules',
      at: ['Vpc'],
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }),
    },
    {
      name: 'another runbook is started for it',
      at: ['Vpc'],
      template: (stack) =>
        associate(stack, 'AWS-DeleteImage', new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }).vpcDefaultSecurityGroup),
    },
    {
      name: 'the runbook closes the group of another VPC',
      at: ['Vpc'],
      template: (stack) => {
        new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        associate(stack, runbook, 'sg-0123456789abcdef0');
      },
    },
  ],
  passes: [
    {
      name: 'the CDK removes them',
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, restrictDefaultSecurityGroup: true }),
    },
    {
      name: 'a runbook of AWS removes them',
      template: (stack) => associate(stack, runbook, new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }).vpcDefaultSecurityGroup),
    },
  ],
});
