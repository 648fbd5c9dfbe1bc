import { Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import rule from '../../../src/rules/network/network-isolated-dns';
import { ruleExamples } from '../rule-examples';

const tagged = `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: 'cdk-secure-serverless:network', Value: isolated }] }
        All: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: ['*'] } }
        Group:
          Type: AWS::Route53Resolver::FirewallRuleGroup
          Properties: { FirewallRules: [{ Action: BLOCK, BlockResponse: NODATA, FirewallDomainListId: !GetAtt All.Id, Priority: 200 }] }`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing filters name queries of the closed network',
      at: ['Vpc'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        Tags.of(vpc).add('cdk-secure-serverless:network', 'isolated');
      },
    },
    {
      name: 'the firewall fails open',
      at: ['Config/Properties/FirewallFailOpen'],
      template: `${tagged}
        Uses:
          Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
          Properties: { FirewallRuleGroupId: !GetAtt Group.Id, Priority: 101, VpcId: !Ref Vpc }
        Config:
          Type: AWS::Route53Resolver::FirewallConfig
          Properties: { ResourceId: !Ref Vpc, FirewallFailOpen: ENABLED }
      `,
    },
    {
      name: 'another group that is asked first lets all through',
      at: ['All/Properties/Domains/0'],
      template: `${tagged}
        Uses:
          Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
          Properties: { FirewallRuleGroupId: !GetAtt Group.Id, Priority: 300, VpcId: !Ref Vpc }
        Other:
          Type: AWS::Route53Resolver::FirewallRuleGroup
          Properties: { FirewallRules: [{ Action: ALERT, FirewallDomainListId: !GetAtt All.Id, Priority: 1 }] }
        OtherUses:
          Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
          Properties: { FirewallRuleGroupId: !GetAtt Other.Id, Priority: 200, VpcId: !Ref Vpc }
      `,
    },
  ],
  passes: [
    {
      name: 'everything but the endpoints is blocked',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        Tags.of(vpc).add('cdk-secure-serverless:network', 'isolated');
        const ours = new resolver.CfnFirewallDomainList(stack, 'Ours', { domains: ['sqs.eu-west-1.amazonaws.com'] });
        const all = new resolver.CfnFirewallDomainList(stack, 'All', { domains: ['*'] });
        const group = new resolver.CfnFirewallRuleGroup(stack, 'Group', {
          firewallRules: [
            { action: 'ALLOW', firewallDomainListId: ours.attrId, priority: 100 },
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
      name: 'the network is not said to be closed',
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the rules are not part of the app',
      at: ['Uses/Properties/FirewallRuleGroupId'],
      template: `${tagged}
        Uses:
          Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
          Properties: { FirewallRuleGroupId: rslvr-frg-0a1b2c, Priority: 101, VpcId: !Ref Vpc }
      `,
    },
  ],
});
