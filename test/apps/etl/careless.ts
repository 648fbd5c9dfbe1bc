import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';

class SourceStack extends Stack {
  readonly vpc: ec2.Vpc;
  readonly database: docdb.DatabaseCluster;

  constructor(scope: App, id: string, props?: StackProps) {
    super(scope, id, props);
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: true }],
    });
    this.vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    const open = new ec2.SecurityGroup(this, 'Open', { vpc: this.vpc });
    open.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(27017), 'analysts at home');
    open.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'debugging');
    this.database = new docdb.DatabaseCluster(this, 'Sales', {
      masterUser: { username: 'sales', password: SecretValue.unsafePlainText('Sales-2024!') },
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R5, ec2.InstanceSize.LARGE),
      vpc: this.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      securityGroup: open,
      storageEncrypted: false,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

interface LakeStackProps extends StackProps {
  readonly source: SourceStack;
}

class LakeStack extends Stack {
  constructor(scope: App, id: string, props: LakeStackProps) {
    super(scope, id, props);
    const { vpc, database } = props.source;
    const raw = new s3.Bucket(this, 'Raw', { removalPolicy: RemovalPolicy.DESTROY });
    const role = new iam.Role(this, 'EtlRole', {
      assumedBy: new iam.CompositePrincipal(
        new iam.ServicePrincipal('lambda.amazonaws.com'),
        new iam.ServicePrincipal('states.amazonaws.com'),
        new iam.AccountPrincipal('444455556666'),
      ),
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaVPCAccessExecutionRole'),
        iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonS3FullAccess'),
      ],
    });
    role.addToPolicy(
      new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode', 'iam:AttachRolePolicy'], resources: ['*'] }),
    );
    const step = (name: string) =>
      new lambda.Function(this, name, {
        runtime: lambda.Runtime.PYTHON_3_9,
        handler: 'index.handler',
        code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
        timeout: Duration.minutes(15),
        role,
        vpc,
        allowPublicSubnet: true,
        securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(this, `${name}Group`, 'sg-0a1b2c3d4e5f67890')],
        environment: {
          DATABASE: `mongodb://sales:Sales-2024!@${database.clusterEndpoint.socketAddress}/sales`,
          BUCKET: raw.bucketName,
        },
      });
    const nightly = new sfn.StateMachine(this, 'Nightly', {
      definitionBody: sfn.DefinitionBody.fromChainable(
        new tasks.LambdaInvoke(this, 'ExtractSales', { lambdaFunction: step('Extract') }).next(
          new tasks.LambdaInvoke(this, 'LoadSales', { lambdaFunction: step('Load') }),
        ),
      ),
      role,
    });
    const start = new iam.Role(this, 'StartRole', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') });
    start.addToPolicy(new iam.PolicyStatement({ actions: ['states:*', 'lambda:*'], resources: ['*'] }));
    new scheduler.CfnSchedule(this, 'EachNight', {
      scheduleExpression: 'cron(15 2 * * ? *)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: nightly.stateMachineArn, roleArn: start.roleArn, input: '{"mode":"full"}' },
    });
    const user = new iam.User(this, 'Analyst', { password: SecretValue.unsafePlainText('Analyst-1234') });
    user.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [raw.arnForObjects('*')] }));
    new iam.CfnAccessKey(this, 'AnalystKey', { userName: user.userName });
  }
}

export function etl(app: App): void {
  const env = { account: '111122223333', region: 'eu-central-1' };
  const source = new SourceStack(app, 'SalesSource', { env });
  new LakeStack(app, 'SalesLake', { env, source });
}
