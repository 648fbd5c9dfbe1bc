import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { ArnFormat, Duration, RemovalPolicy, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';

const dataKey = (scope: Stack, alias: string): kms.Key => {
  const key = new kms.Key(scope, 'Key', { alias, enableKeyRotation: true });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('logs.amazonaws.com')],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': scope.formatArn({ service: 'logs', resource: '*' }) },
      },
    }),
  );
  return key;
};

class SourceStack extends Stack {
  readonly key: kms.Key;
  readonly vpc: ec2.Vpc;
  readonly database: rds.DatabaseCluster;
  readonly extractors: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const key = dataKey(this, 'alias/sales/source');
    this.key = key;
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.40.0.0/16'),
      maxAzs: 2,
      natGateways: 0,
      restrictDefaultSecurityGroup: true,
      subnetConfiguration: [{ name: 'Data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    });
    const closing = this.node.findChild('Custom::VpcRestrictDefaultSGCustomResourceProvider');
    for (const rule of ['lambda-log-group', 'lambda-tracing']) {
      Validations.of(closing).acknowledge({
        id: `ServerlessSecurity::${rule}`,
        reason: 'the CDK writes this function; it runs at deployment only',
      });
    }
    this.vpc.addFlowLog('FlowLog', {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(
        new logs.LogGroup(this, 'FlowLogs', { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
      ),
      trafficType: ec2.FlowLogTrafficType.ALL,
    });
    this.vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 }).addToPolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListBucket'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:ResourceAccount': this.account, 'aws:PrincipalAccount': this.account } },
      }),
    );
    const group = (name: string) =>
      new ec2.SecurityGroup(this, name, {
        vpc: this.vpc,
        description: `${name} of the sales database`,
        allowAllOutbound: false,
      });
    const endpoints = group('Endpoints');
    this.extractors = group('Extractors');
    for (const [name, service] of Object.entries({
      SecretsManager: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
      Kms: ec2.InterfaceVpcEndpointAwsService.KMS,
    })) {
      this.vpc
        .addInterfaceEndpoint(name, { service, privateDnsEnabled: true, open: false, securityGroups: [endpoints] })
        .addToPolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: [name === 'Kms' ? 'kms:*' : 'secretsmanager:*'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:PrincipalAccount': this.account } },
          }),
        );
    }

    new logs.LogGroup(this, 'DatabaseLogs', {
      logGroupName: '/aws/rds/cluster/sales/postgresql',
      retention: logs.RetentionDays.ONE_YEAR,
      encryptionKey: key,
    });
    this.database = new rds.DatabaseCluster(this, 'Sales', {
      clusterIdentifier: 'sales',
      engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_6 }),
      writer: rds.ClusterInstance.serverlessV2('Writer', { publiclyAccessible: false }),
      readers: [rds.ClusterInstance.serverlessV2('Reader', { scaleWithWriter: true })],
      vpc: this.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      port: 5433,
      credentials: rds.Credentials.fromGeneratedSecret('etl_owner', { encryptionKey: key }),
      storageEncrypted: true,
      storageEncryptionKey: key,
      iamAuthentication: true,
      backup: { retention: Duration.days(14) },
      copyTagsToSnapshot: true,
      cloudwatchLogsExports: ['postgresql'],
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: key,
      securityGroups: [group('Database')],
      monitoringInterval: Duration.minutes(1),
      autoMinorVersionUpgrade: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      parameters: { 'rds.force_ssl': '1' },
    });
    this.database.addRotationSingleUser({ automaticallyAfter: Duration.days(30), securityGroup: this.extractors });
    this.extractors.connections.allowTo(endpoints, ec2.Port.tcp(443), 'Secrets Manager and KMS');
    this.extractors.connections.allowToDefaultPort(this.database, 'PostgreSQL');
    this.extractors.addEgressRule(ec2.Peer.prefixList('pl-6ea54007'), ec2.Port.tcp(443), 'S3, by the gateway');
  }
}

interface LakeStackProps extends StackProps {
  readonly source: SourceStack;
}

/** Each night: read the sales of the day, convert them with Glue, make them known to Athena. */
class LakeStack extends Stack {
  constructor(scope: Construct, id: string, props: LakeStackProps) {
    super(scope, id, props);
    const { source } = props;
    const key = dataKey(this, 'alias/sales/lake');
    const logGroup = (name: string) =>
      new logs.LogGroup(this, name, { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key });
    const base: s3.BucketProps = {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    };
    const accessLogs = new s3.Bucket(this, 'AccessLogs', { ...base, encryption: s3.BucketEncryption.S3_MANAGED });
    const bucket = (name: string) =>
      new s3.Bucket(this, name, {
        ...base,
        encryption: s3.BucketEncryption.KMS,
        encryptionKey: key,
        bucketKeyEnabled: true,
        serverAccessLogsBucket: accessLogs,
        serverAccessLogsPrefix: `${name}/`,
      });
    const [raw, curated, scripts] = [bucket('Raw'), bucket('Curated'), bucket('Scripts')];

    const extract = new lambda.Function(this, 'Extract', {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
      timeout: Duration.minutes(10),
      memorySize: 2048,
      reservedConcurrentExecutions: 2,
      vpc: source.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [source.extractors],
      tracing: lambda.Tracing.ACTIVE,
      environment: { DATABASE_SECRET_ARN: source.database.secret!.secretArn, RAW_BUCKET: raw.bucketName },
      environmentEncryption: key,
      logGroup: logGroup('ExtractLogs'),
    });
    extract.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        resources: [source.database.secret!.secretArn],
      }),
    );
    source.key.grantDecrypt(extract);
    raw.grantPut(extract);

    const job = this.glueJob(key, raw, curated, scripts);
    new athena.CfnWorkGroup(this, 'Analysts', {
      name: 'sales-analysts',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 100_000_000_000,
        resultConfiguration: {
          outputLocation: curated.s3UrlForObject('athena/'),
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
        },
      },
    });

    const stateMachine = new sfn.StateMachine(this, 'Nightly', {
      definitionBody: sfn.DefinitionBody.fromChainable(
        new tasks.LambdaInvoke(this, 'ExtractSales', { lambdaFunction: extract }).next(
          new tasks.GlueStartJobRun(this, 'ConvertSales', {
            glueJobName: job.ref,
            integrationPattern: sfn.IntegrationPattern.RUN_JOB,
          }),
        ),
      ),
      timeout: Duration.hours(3),
      role: new iam.Role(this, 'NightlyRole', {
        assumedBy: new iam.ServicePrincipal('states.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
        }),
      }),
      tracingEnabled: true,
      logs: { level: sfn.LogLevel.ALL, destination: logGroup('NightlyLogs') },
      encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(key),
    });
    const missed = new sqs.Queue(this, 'MissedRuns', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const scheduling = new iam.Role(this, 'EachNightRole', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    });
    missed.grantSendMessages(scheduling);
    new scheduler.Schedule(this, 'EachNight', {
      schedule: scheduler.ScheduleExpression.cron({ hour: '2', minute: '15', timeZone: TimeZone.EUROPE_BERLIN }),
      target: new schedulerTargets.StepFunctionsStartExecution(stateMachine, {
        role: scheduling,
        deadLetterQueue: missed,
        retryAttempts: 3,
      }),
      timeWindow: scheduler.TimeWindow.flexible(Duration.minutes(15)),
      key,
    });
    new cloudwatch.Alarm(this, 'NightFails', {
      metric: stateMachine.metricFailed({ period: Duration.hours(1) }),
      threshold: 1,
      evaluationPeriods: 1,
    });
  }

  private glueJob(key: kms.Key, raw: s3.Bucket, curated: s3.Bucket, scripts: s3.Bucket): glue.CfnJob {
    const role = new iam.Role(this, 'ConvertRole', { assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });
    raw.grantRead(role);
    curated.grantReadWrite(role);
    scripts.grantRead(role, 'convert.py');
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:AssociateKmsKey'],
        resources: [
          this.formatArn({
            service: 'logs',
            resource: 'log-group',
            resourceName: '/aws-glue/*',
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ],
      }),
    );
    const database = new glue.CfnDatabase(this, 'Lake', { catalogId: this.account, databaseInput: { name: 'sales' } });
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['glue:GetTable', 'glue:UpdateTable', 'glue:BatchCreatePartition'],
        resources: ['catalog', `database/${database.ref}`, `table/${database.ref}/*`].map((resource) =>
          this.formatArn({ service: 'glue', resource }),
        ),
      }),
    );
    const security = new glue.CfnSecurityConfiguration(this, 'GlueSecurity', {
      name: 'sales',
      encryptionConfiguration: {
        s3Encryptions: [{ s3EncryptionMode: 'SSE-KMS', kmsKeyArn: key.keyArn }],
        cloudWatchEncryption: { cloudWatchEncryptionMode: 'SSE-KMS', kmsKeyArn: key.keyArn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'CSE-KMS', kmsKeyArn: key.keyArn },
      },
    });
    return new glue.CfnJob(this, 'Convert', {
      role: role.roleArn,
      command: { name: 'glueetl', pythonVersion: '3', scriptLocation: scripts.s3UrlForObject('convert.py') },
      glueVersion: '5.0',
      workerType: 'G.1X',
      numberOfWorkers: 4,
      timeout: 120,
      securityConfiguration: security.ref,
      defaultArguments: {
        '--job-bookmark-option': 'job-bookmark-enable',
        '--enable-metrics': 'true',
        '--enable-continuous-cloudwatch-log': 'true',
        '--OUTPUT': curated.s3UrlForObject('sales/'),
      },
    });
  }
}

export function etl(app: App): void {
  app.node.setContext(S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY, true);
  const env = { account: '111122223333', region: 'eu-central-1' };
  const source = new SourceStack(app, 'SalesSource', { env, terminationProtection: true });
  new LakeStack(app, 'SalesLake', { env, source, terminationProtection: true });
}
