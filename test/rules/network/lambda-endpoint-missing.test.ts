import { Duration } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/network/lambda-endpoint-missing';
import { ruleExamples } from '../rule-examples';

function closedVpc(stack: Stack): ec2.Vpc {
  return new ec2.Vpc(stack, 'Vpc', {
    natGateways: 0,
    subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
}

function functionIn(vpc: ec2.IVpc, stack: Stack, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(stack, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {}'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    vpc,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    ...props,
  });
}

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function may read a secret and cannot get there',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        });
        new secretsmanager.Secret(stack, 'Secret').grantRead(orders);
      },
    },
    {
      name: 'the endpoint lets another group in only',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const vpc = closedVpc(stack);
        vpc.addInterfaceEndpoint('Secrets', {
          service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
          open: false,
        });
        new secretsmanager.Secret(stack, 'Secret').grantRead(functionIn(vpc, stack));
      },
    },
    {
      name: 'the gateway is in the tables of other subnets',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [
            { name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
            { name: 'Front', subnetType: ec2.SubnetType.PUBLIC },
          ],
        });
        vpc.addGatewayEndpoint('Files', {
          service: ec2.GatewayVpcEndpointAwsService.S3,
          subnets: [{ subnetType: ec2.SubnetType.PUBLIC }],
        });
        new s3.Bucket(stack, 'Bucket').grantRead(functionIn(vpc, stack));
      },
    },
    {
      name: 'the function sends to a queue that it is not called from',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const orders = functionIn(closedVpc(stack), stack);
        orders.addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Source')));
        new sqs.Queue(stack, 'Target').grantSendMessages(orders);
      },
    },
    {
      name: 'the function encrypts by itself',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        new kms.Key(stack, 'Key').grantEncrypt(functionIn(closedVpc(stack), stack));
      },
    },
    {
      name: 'the function is in a public subnet, where it has no address',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const orders = functionIn(new ec2.Vpc(stack, 'Vpc'), stack, {
          allowPublicSubnet: true,
          vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
        });
        new secretsmanager.Secret(stack, 'Secret').grantRead(orders);
      },
    },
  ],
  passes: [
    {
      name: 'there is an endpoint',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        vpc.addInterfaceEndpoint('Secrets', { service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        });
        new secretsmanager.Secret(stack, 'Secret').grantRead(orders);
      },
    },
    {
      name: 'a file system is mounted in the network, without a call to the service',
      template: `
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/24 } }
          Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/25 } }
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonElasticFileSystemClientReadWriteAccess']
              Policies:
                - PolicyName: Mount
                  PolicyDocument: { Statement: [{ Effect: Allow, Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], Resource: '*' }] }
          Orders:
            Type: AWS::Lambda::Function
            Properties: { Role: !GetAtt Role.Arn, VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-1] } }
      `,
    },
    {
      name: 'the way is a NAT gateway',
      template: (stack) => {
        const orders = functionIn(new ec2.Vpc(stack, 'Vpc'), stack, { vpcSubnets: undefined });
        new secretsmanager.Secret(stack, 'Secret').grantRead(orders);
      },
    },
    {
      name: 'Lambda itself writes logs and traces, polls, and keeps what failed',
      template: (stack) => {
        const key = new kms.Key(stack, 'Key');
        const orders = functionIn(closedVpc(stack), stack, {
          deadLetterQueueEnabled: true,
          tracing: lambda.Tracing.ACTIVE,
          environmentEncryption: key,
          environment: { TABLE: 'orders' },
          timeout: Duration.seconds(10),
        });
        orders.addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Source')));
      },
    },
    {
      name: 'the key is what the bucket is encrypted with',
      template: (stack) => {
        const vpc = closedVpc(stack);
        vpc.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
        new s3.Bucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS }).grantReadWrite(functionIn(vpc, stack));
      },
    },
    {
      name: 'the database is in the VPC',
      template: (stack) => {
        functionIn(closedVpc(stack), stack).addToRolePolicy(
          new iam.PolicyStatement({ actions: ['rds-db:connect'], resources: ['*'] }),
        );
      },
    },
    {
      name: 'a transit gateway leads to a network that may have the endpoints',
      template: (stack) => {
        const vpc = closedVpc(stack);
        vpc.isolatedSubnets.forEach(({ routeTable }, index) => {
          new ec2.CfnRoute(stack, `Route${index}`, {
            routeTableId: routeTable.routeTableId,
            destinationCidrBlock: '10.0.0.0/8',
            transitGatewayId: 'tgw-0a1b2c',
          });
        });
        new secretsmanager.Secret(stack, 'Secret').grantRead(functionIn(vpc, stack));
      },
    },
  ],
  unknown: [
    {
      name: 'the endpoint answers to its own name only',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const vpc = closedVpc(stack);
        vpc.addInterfaceEndpoint('Secrets', {
          service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
          privateDnsEnabled: false,
        });
        new secretsmanager.Secret(stack, 'Secret').grantRead(functionIn(vpc, stack));
      },
    },
    {
      name: 'AWS lists no endpoint',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        functionIn(closedVpc(stack), stack).addToRolePolicy(
          new iam.PolicyStatement({ actions: ['chatbot:ListTagsForResource'], resources: ['*'] }),
        );
      },
    },
  ],
});
