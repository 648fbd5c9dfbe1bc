import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import rule from '../../../src/rules/function/lambda-store-no-vpc';
import { ruleExamples } from '../rule-examples';

const cache = `
        Cache:
          Type: AWS::ElastiCache::ServerlessCache
          Properties: { Engine: valkey, ServerlessCacheName: cache, SubnetIds: [subnet-0a1b2c] }`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function gets the address of a database and no VPC',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const store = new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          environment: { HOST: store.clusterEndpoint.hostname },
        });
      },
    },
    {
      name: 'the function may log in',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const store = new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
          iamAuthentication: true,
        });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        store.grantConnect(orders, 'orders');
      },
    },
    {
      name: 'the address is a part of a URL',
      at: ['Orders/Properties/VpcConfig'],
      template: `${cache}
        Orders:
          Type: AWS::Lambda::Function
          Properties: { Environment: { Variables: { URL: !Sub 'rediss://\${Cache.Endpoint.Address}:6379' } } }
      `,
    },
  ],
  passes: [
    {
      name: 'the function is in the VPC',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const store = new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          environment: { HOST: store.clusterEndpoint.hostname },
          vpc,
        });
      },
    },
    {
      name: 'the function calls the Data API, which has no address in the VPC',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const store = new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          environment: { CLUSTER: store.clusterArn },
        });
      },
    },
    {
      name: 'an instance of the cluster is public',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const store = new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer', { publiclyAccessible: true }),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
        });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          environment: { HOST: store.clusterEndpoint.hostname },
        });
      },
    },
    {
      name: 'the database is public',
      template: `
        Store:
          Type: AWS::RDS::DBInstance
          Properties: { PubliclyAccessible: true, DBSubnetGroupName: shared }
        Orders:
          Type: AWS::Lambda::Function
          Properties: { Environment: { Variables: { HOST: !GetAtt Store.Endpoint.Address } } }
      `,
    },
  ],
  unknown: [
    {
      name: 'where the function runs comes from outside',
      at: ['Orders/Properties/VpcConfig'],
      template: `
        Parameters:
          Network: { Type: String }
        Resources:
          Cache:
            Type: AWS::ElastiCache::ServerlessCache
            Properties: { Engine: valkey, ServerlessCacheName: cache, SubnetIds: [subnet-0a1b2c] }
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              VpcConfig: !Ref Network
              Environment: { Variables: { HOST: !GetAtt Cache.Endpoint.Address } }
      `,
    },
  ],
});
