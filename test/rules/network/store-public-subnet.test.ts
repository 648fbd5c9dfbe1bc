import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';
import rule from '../../../src/rules/network/store-public-subnet';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the database is in the public subnets',
      at: ['StoreSubnets/Properties/SubnetIds/0', 'StoreSubnets/Properties/SubnetIds/1'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
        });
      },
    },
  ],
  passes: [
    {
      name: 'the database is in private subnets, behind a NAT gateway',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new rds.DatabaseCluster(stack, 'Store', {
          engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
          writer: rds.ClusterInstance.serverlessV2('Writer'),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
        });
      },
    },
    {
      name: 'a database of the network outside',
      template: `
        Store:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-postgresql, DBSubnetGroupName: shared }
      `,
    },
  ],
  unknown: [
    {
      name: 'what the route leads to is a parameter',
      at: ['Cache/Properties/SubnetIds/0'],
      template: `
        Parameters:
          Gateway: { Type: String }
        Resources:
          Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-0a1b2c, CidrBlock: 10.0.0.0/24 } }
          Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-0a1b2c } }
          Uses:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table }
          Route:
            Type: AWS::EC2::Route
            Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
          Cache:
            Type: AWS::ElastiCache::ServerlessCache
            Properties: { Engine: valkey, ServerlessCacheName: cache, SubnetIds: [!Ref Subnet] }
      `,
    },
  ],
});
