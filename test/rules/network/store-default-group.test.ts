import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as rds from 'aws-cdk-lib/aws-rds';
import rule from '../../../src/rules/network/store-default-group';
import { ruleExamples } from '../rule-examples';

const subnetIds = ['subnet-0a1b2c', 'subnet-3d4e5f'];

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cache names none',
      at: ['Cache/Properties/SecurityGroupIds'],
      template: (stack) => {
        new elasticache.CfnServerlessCache(stack, 'Cache', {
          serverlessCacheName: 'orders',
          engine: 'valkey',
          subnetIds,
        });
      },
    },
    {
      name: 'an empty list',
      at: ['Database/Properties/VPCSecurityGroups'],
      template: `
        Database: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceClass: db.t4g.micro, DBSubnetGroupName: isolated, VPCSecurityGroups: [] } }
      `,
    },
  ],
  passes: [
    {
      name: 'it has a group of its own',
      template: (stack) => {
        new elasticache.CfnServerlessCache(stack, 'Cache', {
          serverlessCacheName: 'orders',
          engine: 'valkey',
          subnetIds,
          securityGroupIds: ['sg-0a1b2c'],
        });
      },
    },
    {
      name: 'the L2 makes one',
      template: (stack) => {
        new rds.DatabaseInstance(stack, 'Database', {
          vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 }),
          engine: rds.DatabaseInstanceEngine.POSTGRES,
        });
      },
    },
    {
      name: 'an instance of a cluster has the groups of the cluster',
      template: `
        Instance: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceClass: db.serverless, DBClusterIdentifier: orders } }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names them',
      at: ['Cluster/Properties/VpcSecurityGroupIds'],
      template: `
        Parameters:
          Groups: { Type: 'List<AWS::EC2::SecurityGroup::Id>' }
        Resources:
          Cluster: { Type: AWS::DocDB::DBCluster, Properties: { DBSubnetGroupName: isolated, VpcSecurityGroupIds: !Ref Groups } }
      `,
    },
  ],
});
