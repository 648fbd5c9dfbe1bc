import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import rule from '../../../src/rules/network/vpc-shared-subnet';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the functions and the database share subnets',
      at: ['StoreSubnets/Properties/SubnetIds/0', 'StoreSubnets/Properties/SubnetIds/1'],
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
        new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        });
      },
    },
    {
      name: 'so do they without a group of subnets',
      at: ['Cache/Properties/SubnetIds/0'],
      template: `
        Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 } }
        Orders:
          Type: AWS::Lambda::Function
          Properties: { VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-0a1b2c] } }
        Cache:
          Type: AWS::ElastiCache::ServerlessCache
          Properties: { Engine: valkey, ServerlessCacheName: cache, SubnetIds: [!Ref Subnet] }
      `,
    },
  ],
  passes: [
    {
      name: 'each has its own',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [
            { name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
            { name: 'Data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
          ],
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
          vpcSubnets: { subnetGroupName: 'Code' },
        });
        new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetGroupName: 'Data' },
        });
      },
    },
  ],
});
