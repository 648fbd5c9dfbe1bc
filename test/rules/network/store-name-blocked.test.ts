import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import { IsolatedNetwork } from '../../../src/network/isolated-network';
import rule from '../../../src/rules/network/store-name-blocked';
import { ruleExamples } from '../rule-examples';

const cacheBehind = (domains: string) => `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Data: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
        Cache: { Type: AWS::ElastiCache::ServerlessCache, Properties: { ServerlessCacheName: orders, Engine: valkey, SubnetIds: [!Ref Data], SecurityGroupIds: [sg-0a1b2c] } }
        Ours: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: [${domains}] } }
        All: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: ['*'] } }
        Rules: { Type: AWS::Route53Resolver::FirewallRuleGroup, Properties: { FirewallRules: [
          { Action: ALLOW, FirewallDomainListId: !GetAtt Ours.Id, Priority: 1 },
          { Action: BLOCK, BlockResponse: NODATA, FirewallDomainListId: !GetAtt All.Id, Priority: 2 } ] } }
        Used: { Type: AWS::Route53Resolver::FirewallRuleGroupAssociation, Properties: { FirewallRuleGroupId: !Ref Rules, Priority: 101, VpcId: !Ref Vpc } }
      `;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the firewall blocks all names',
      at: ['Cache'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        new elasticache.CfnServerlessCache(stack, 'Cache', {
          serverlessCacheName: 'orders',
          engine: 'valkey',
          subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
          securityGroupIds: ['sg-0a1b2c'],
        });
        const all = new resolver.CfnFirewallDomainList(stack, 'All', { domains: ['*'] });
        const rules = new resolver.CfnFirewallRuleGroup(stack, 'Rules', {
          firewallRules: [{ action: 'BLOCK', blockResponse: 'NODATA', firewallDomainListId: all.attrId, priority: 1 }],
        });
        new resolver.CfnFirewallRuleGroupAssociation(stack, 'Used', {
          firewallRuleGroupId: rules.attrId,
          priority: 101,
          vpcId: vpc.vpcId,
        });
      },
    },
    {
      name: 'the firewall was made for services of AWS only',
      at: ['Cache'],
      template: cacheBehind('sqs.eu-west-1.amazonaws.com'),
    },
  ],
  passes: [
    {
      name: 'the network allows the names of the stores in it',
      template: (stack) => {
        const vpc = new IsolatedNetwork(stack, 'Network');
        const group = new ec2.SecurityGroup(stack, 'Group', { vpc, allowAllOutbound: false });
        new elasticache.CfnServerlessCache(stack, 'Cache', {
          serverlessCacheName: 'orders',
          engine: 'valkey',
          subnetIds: vpc.selectSubnets(vpc.dataSubnets).subnetIds,
          securityGroupIds: [group.securityGroupId],
        });
      },
    },
    { name: 'the domain is allowed', template: cacheBehind("'*.cache.amazonaws.com'") },
    { name: 'a domain above it is allowed', template: cacheBehind("'*.amazonaws.com'") },
    {
      name: 'there is no firewall',
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Data: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
        Cache: { Type: AWS::ElastiCache::ServerlessCache, Properties: { ServerlessCacheName: orders, Engine: valkey, SubnetIds: [!Ref Data], SecurityGroupIds: [sg-0a1b2c] } }
      `,
    },
  ],
});
