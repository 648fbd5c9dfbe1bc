import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { inline } from './inline';
import { IsolatedNetwork, NetworkEndpoints, SecureFunction } from '../../../src';
import type { Constructs } from '../family';

/** A function that reaches a table through a gateway, and a queue through an interface. */
function networkWithFunction(
  stack: Stack,
  ipProtocol = ec2.IpProtocol.IPV4_ONLY,
): { readonly vpc: IsolatedNetwork; readonly orders: SecureFunction } {
  const vpc = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand(), ipProtocol });
  const orders = new SecureFunction(stack, 'Orders', { ...inline, network: vpc });
  dynamodb.TableV2.fromTableName(stack, 'Table', 'orders').grant(orders, 'dynamodb:GetItem');
  sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:111122223333:orders').grant(orders, 'sqs:SendMessage');
  return { vpc, orders };
}

/** A cache that the function reaches. */
function cacheFor(orders: SecureFunction, vpc: IsolatedNetwork, stack: Stack): void {
  const group = new ec2.SecurityGroup(stack, 'CacheGroup', { vpc, description: 'the cache', allowAllOutbound: false });
  new ec2.Connections({ securityGroups: [group] }).allowFrom(orders, ec2.Port.tcp(6379));
  new elasticache.CfnServerlessCache(stack, 'Cache', {
    serverlessCacheName: 'orders',
    engine: 'valkey',
    subnetIds: vpc.selectSubnets(vpc.dataSubnets).subnetIds,
    securityGroupIds: [group.securityGroupId],
  });
}

export const network: Constructs = {
  'IsolatedNetwork with a function and a data store': (stack) => {
    const { vpc, orders } = networkWithFunction(stack);
    cacheFor(orders, vpc, stack);
  },
  'IsolatedNetwork with a way out to one host': (stack) => {
    const { vpc, orders } = networkWithFunction(stack);
    vpc.allowEgressTo({
      domains: ['api.example.com'],
      reason: 'cards are charged by a provider',
      functions: [orders],
    });
  },
};

/** The first of them over IPv6 as well: compared with it in a test of its own. */
export const dualStack: Constructs = {
  'IsolatedNetwork with IPv6': (stack) => {
    const { vpc, orders } = networkWithFunction(stack, ec2.IpProtocol.DUAL_STACK);
    cacheFor(orders, vpc, stack);
  },
};
