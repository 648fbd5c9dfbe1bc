import { CfnOutput } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/network/sg-unused';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function that had it is gone',
      at: ['Group'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        const group = new ec2.SecurityGroup(stack, 'Group', { vpc });
        group.addIngressRule(ec2.Peer.ipv4('192.0.2.0/24'), ec2.Port.tcp(443));
      },
    },
    {
      name: 'only rules name it',
      at: ['Group'],
      template: `
        Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: a, VpcId: vpc-0a1b2c } }
        In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Group, IpProtocol: '-1', SourceSecurityGroupId: !Ref Group } }
      `,
    },
  ],
  passes: [
    {
      name: 'a function has it',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        const group = new ec2.SecurityGroup(stack, 'Group', { vpc });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
          securityGroups: [group],
        });
      },
    },
    {
      name: 'it is for other stacks',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        const group = new ec2.SecurityGroup(stack, 'Group', { vpc });
        new CfnOutput(stack, 'GroupId', { value: group.securityGroupId });
      },
    },
  ],
});
