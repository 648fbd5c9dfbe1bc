import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as rds from 'aws-cdk-lib/aws-rds';
import rule from '../../../src/rules/network/store-default-vpc';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cache names no subnets',
      at: ['Cache/Properties/SubnetIds'],
      template: (stack) => {
        new elasticache.CfnServerlessCache(stack, 'Cache', { serverlessCacheName: 'orders', engine: 'valkey' });
      },
    },
    {
      name: 'the database names no subnet group',
      at: ['Database/Properties/DBSubnetGroupName'],
      template: `
        Database: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceClass: db.t4g.micro, VPCSecurityGroups: [sg-0a1b2c] } }
      `,
    },
  ],
  passes: [
    {
      name: 'it names isolated subnets',
      template: (stack) => {
        new elasticache.CfnServerlessCache(stack, 'Cache', {
          serverlessCacheName: 'orders',
          engine: 'valkey',
          subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'],
        });
      },
    },
    {
      name: 'the L2 makes a subnet group',
      template: (stack) => {
        new rds.DatabaseInstance(stack, 'Database', {
          vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 }),
          engine: rds.DatabaseInstanceEngine.POSTGRES,
        });
      },
    },
    {
      name: 'an instance is where its cluster is, and a replica where its source is',
      template: `
        Instance: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceClass: db.serverless, DBClusterIdentifier: orders } }
        Replica: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceClass: db.t4g.micro, SourceDBInstanceIdentifier: orders } }
      `,
    },
  ],
});
