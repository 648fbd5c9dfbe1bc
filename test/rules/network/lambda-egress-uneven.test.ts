import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/network/lambda-egress-uneven';
import { ruleExamples } from '../rule-examples';

const inline = {
  code: lambda.Code.fromInline('exports.handler = async () => {}'),
  handler: 'index.handler',
  runtime: lambda.Runtime.NODEJS_22_X,
};

export default ruleExamples(rule, {
  fails: [
    {
      name: 'one subnet is private, and one isolated',
      at: ['Orders/Properties/VpcConfig/SubnetIds/1'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          maxAzs: 2,
          subnetConfiguration: [
            { name: 'Public', subnetType: ec2.SubnetType.PUBLIC },
            { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
            { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
          ],
        });
        const subnets = [vpc.privateSubnets[0], vpc.isolatedSubnets[1]];
        new lambda.Function(stack, 'Orders', { ...inline, vpc, vpcSubnets: { subnets } });
      },
    },
  ],
  passes: [
    {
      name: 'all subnets are private',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
        new lambda.Function(stack, 'Orders', { ...inline, vpc });
      },
    },
    {
      name: 'its group lets it out nowhere',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          maxAzs: 2,
          subnetConfiguration: [
            { name: 'Public', subnetType: ec2.SubnetType.PUBLIC },
            { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
            { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
          ],
        });
        const subnets = [vpc.privateSubnets[0], vpc.isolatedSubnets[1]];
        const securityGroups = [new ec2.SecurityGroup(stack, 'Group', { vpc, allowAllOutbound: false })];
        new lambda.Function(stack, 'Orders', { ...inline, vpc, vpcSubnets: { subnets }, securityGroups });
      },
    },
  ],
});
