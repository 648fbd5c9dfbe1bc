import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/network/store-unreachable';
import { ruleExamples } from '../rule-examples';

/** A function and a cache in two kinds of subnets of a VPC. */
function cacheFor(stack: Stack): ec2.Vpc {
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [
      { name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      { name: 'Data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    ],
  });
  const orders = new lambda.Function(stack, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {}'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    vpc,
    vpcSubnets: { subnetGroupName: 'Code' },
  });
  const group = new ec2.SecurityGroup(stack, 'Group', { vpc, allowAllOutbound: false });
  group.connections.allowFrom(orders, ec2.Port.tcp(6379));
  new elasticache.CfnServerlessCache(stack, 'Cache', {
    serverlessCacheName: 'orders',
    engine: 'valkey',
    subnetIds: vpc.selectSubnets({ subnetGroupName: 'Data' }).subnetIds,
    securityGroupIds: [group.securityGroupId],
  });
  return vpc;
}

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the ACL of the data lets HTTPS in only',
      at: ['Cache/Properties/SecurityGroupIds/0'],
      template: (stack) => {
        const vpc = cacheFor(stack);
        const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc, subnetSelection: { subnetGroupName: 'Data' } });
        const cidr = ec2.AclCidr.ipv4(vpc.vpcCidrBlock);
        acl.addEntry('In', { ruleNumber: 100, cidr, traffic: ec2.AclTraffic.tcpPort(443) });
      },
    },
  ],
  passes: [
    {
      name: 'the ACL lets the port in, and answers out',
      template: (stack) => {
        const vpc = cacheFor(stack);
        const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc, subnetSelection: { subnetGroupName: 'Data' } });
        const cidr = ec2.AclCidr.ipv4(vpc.vpcCidrBlock);
        const traffic = ec2.AclTraffic.tcpPortRange(1024, 65_535);
        acl.addEntry('In', { ruleNumber: 100, cidr, traffic: ec2.AclTraffic.tcpPort(6379) });
        acl.addEntry('Out', { ruleNumber: 100, cidr, traffic, direction: ec2.TrafficDirection.EGRESS });
      },
    },
    {
      name: 'no list of the app stands between them',
      template: (stack) => {
        cacheFor(stack);
      },
    },
  ],
});
