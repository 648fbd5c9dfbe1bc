import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import rule from '../../../src/rules/network/vpc-dns-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'functions run in a VPC without a way out, and ask for any name',
      at: ['Vpc'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        });
      },
    },
  ],
  passes: [
    {
      name: 'a firewall blocks what is not allowed',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        });
        const all = new resolver.CfnFirewallDomainList(stack, 'All', { domains: ['*'] });
        const group = new resolver.CfnFirewallRuleGroup(stack, 'Group', {
          firewallRules: [
            { action: 'BLOCK', blockResponse: 'NODATA', firewallDomainListId: all.attrId, priority: 200 },
          ],
        });
        new resolver.CfnFirewallRuleGroupAssociation(stack, 'Uses', {
          firewallRuleGroupId: group.attrId,
          priority: 101,
          vpcId: vpc.vpcId,
        });
      },
    },
    {
      name: 'packets get out anyway',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
        });
      },
    },
    {
      name: 'no function runs there',
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the rules are not part of the app',
      at: ['Uses/Properties/FirewallRuleGroupId'],
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
        Orders:
          Type: AWS::Lambda::Function
          Properties: { VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-0a1b2c] } }
        Uses:
          Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
          Properties: { FirewallRuleGroupId: rslvr-frg-0a1b2c, Priority: 101, VpcId: !Ref Vpc }
      `,
    },
  ],
});
