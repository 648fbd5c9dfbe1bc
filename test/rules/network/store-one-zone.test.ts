import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import rule from '../../../src/rules/network/store-one-zone';
import { ruleExamples } from '../rule-examples';

const cache = { serverlessCacheName: 'orders', engine: 'valkey', securityGroupIds: ['sg-0a1b2c'] };

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cache has one subnet',
      at: ['Cache/Properties/SubnetIds/0'],
      template: (stack) => {
        new elasticache.CfnServerlessCache(stack, 'Cache', { ...cache, subnetIds: ['subnet-0a1b2c'] });
      },
    },
  ],
  passes: [
    {
      name: 'the cache has one in each of two zones',
      template: (stack) => {
        const subnetIds = ['subnet-0a1b2c', 'subnet-3d4e5f'];
        new elasticache.CfnServerlessCache(stack, 'Cache', { ...cache, subnetIds });
      },
    },
    {
      name: 'it names none, which is the matter of another rule',
      template: `
        Cache: { Type: AWS::ElastiCache::ServerlessCache, Properties: { ServerlessCacheName: orders, Engine: valkey } }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names them',
      at: ['Proxy/Properties/VpcSubnetIds'],
      template: `
        Parameters:
          Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' }
        Resources:
          Proxy: { Type: AWS::RDS::DBProxy, Properties: { DBProxyName: a, EngineFamily: MYSQL, RoleArn: a, VpcSubnetIds: !Ref Subnets } }
      `,
    },
  ],
});
