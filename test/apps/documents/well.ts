import { join } from 'node:path';
import type { App, NestedStackProps, StackProps } from 'aws-cdk-lib';
import { Aws, CfnOutput, CfnParameter, Duration, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';

function allowLogs(key: kms.Key): void {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
        },
      },
    }),
  );
}

/** EventBridge encrypts what it could not deliver as it writes it to the dead-letter queue. */
function allowEvents(key: kms.Key): void {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('events.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
}

/** A role that a service takes on for this account only. */
function roleOf(scope: Stack, id: string, service: string): iam.Role {
  return new iam.Role(scope, id, {
    assumedBy: new iam.ServicePrincipal(service, {
      conditions: { StringEquals: { 'aws:SourceAccount': scope.account } },
    }),
  });
}

interface WorkflowProps extends NestedStackProps {
  readonly key: kms.IKey;
  readonly uploads: s3.IBucket;
  readonly results: s3.IBucket;
  readonly reports: sns.ITopic;
}

/** Validates an uploaded document, reads its text and stores what was found. */
class DocumentWorkflow extends NestedStack {
  readonly stateMachine: sfn.StateMachine;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkflowProps,
  ) {
    super(scope, id, props);
    const validate = this.step('Validate', { UPLOADS: props.uploads.bucketName });
    props.uploads.grantRead(validate, 'incoming/*');
    const store = this.step('Store', { RESULTS: props.results.bucketName });
    props.results.grantReadWrite(store, 'text/*');
    props.results.grantDelete(store, 'text/*');

    const readText = new tasks.CallAwsService(this, 'ReadText', {
      service: 'textract',
      action: 'detectDocumentText',
      parameters: {
        Document: { S3Object: { Bucket: props.uploads.bucketName, 'Name.$': '$.detail.object.key' } },
      },
      iamResources: ['*'],
      resultPath: '$.text',
    });
    readText.addRetry({ maxAttempts: 5, backoffRate: 2 });
    const report = new tasks.SnsPublish(this, 'ReportFailure', {
      topic: props.reports,
      message: sfn.TaskInput.fromJsonPathAt('$.error'),
    });
    const definition = new tasks.LambdaInvoke(this, 'ValidateDocument', {
      lambdaFunction: validate,
      resultPath: '$.validation',
    })
      .addCatch(report, { resultPath: '$.error' })
      .next(readText.addCatch(report, { resultPath: '$.error' }))
      .next(
        new tasks.LambdaInvoke(this, 'StoreText', { lambdaFunction: store }).addCatch(report, {
          resultPath: '$.error',
        }),
      );

    this.stateMachine = new sfn.StateMachine(this, 'Workflow', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      role: roleOf(this, 'WorkflowRole', 'states.amazonaws.com'),
      timeout: Duration.minutes(15),
      tracingEnabled: true,
      encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(props.key, Duration.minutes(5)),
      logs: {
        level: sfn.LogLevel.ALL,
        includeExecutionData: false,
        destination: new logs.LogGroup(this, 'WorkflowLogs', {
          logGroupName: '/aws/vendedlogs/states/documents',
          retention: logs.RetentionDays.ONE_YEAR,
          encryptionKey: props.key,
        }),
      },
    });
    props.uploads.grantRead(this.stateMachine, 'incoming/*');
  }

  private step(id: string, environment: Record<string, string>): lambda.Function {
    const { key } = this.props;
    return new lambda.Function(this, id, {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
      timeout: Duration.minutes(1),
      memorySize: 1024,
      reservedConcurrentExecutions: 20,
      tracing: lambda.Tracing.ACTIVE,
      environment,
      environmentEncryption: key,
      logGroup: new logs.LogGroup(this, `${id}Logs`, { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
    });
  }
}

class DocumentsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const origin = new CfnParameter(this, 'PortalOrigin', {
      default: 'https://portal.example.com',
      description: 'Where browsers upload from',
    });
    const operators = new CfnParameter(this, 'OperatorsEmail', {
      description: 'Who is told about documents that could not be read',
    });

    const key = new kms.Key(this, 'Key', {
      alias: 'alias/documents',
      enableKeyRotation: true,
      rotationPeriod: Duration.days(180),
    });
    allowLogs(key);
    allowEvents(key);
    const accessLogs = new s3.Bucket(this, 'AccessLogs', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const bucket = (name: string, more: s3.BucketProps = {}) =>
      new s3.Bucket(this, name, {
        encryption: s3.BucketEncryption.KMS,
        encryptionKey: key,
        bucketKeyEnabled: true,
        blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
        objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        enforceSSL: true,
        minimumTLSVersion: 1.2,
        versioned: true,
        serverAccessLogsBucket: accessLogs,
        serverAccessLogsPrefix: `${name.toLowerCase()}/`,
        removalPolicy: RemovalPolicy.RETAIN,
        ...more,
      });
    const uploads = bucket('Uploads', {
      cors: [
        {
          allowedMethods: [s3.HttpMethods.PUT],
          allowedOrigins: [origin.valueAsString],
          allowedHeaders: ['content-type'],
          maxAge: 600,
        },
      ],
      lifecycleRules: [
        {
          expiration: Duration.days(30),
          noncurrentVersionExpiration: Duration.days(7),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    // Not `eventBridgeEnabled`: it adds a function that may change the notifications of every bucket.
    (uploads.node.defaultChild as s3.CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    const results = bucket('Results', {
      lifecycleRules: [
        {
          transitions: [{ storageClass: s3.StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
          noncurrentVersionExpiration: Duration.days(90),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });

    const reports = new sns.Topic(this, 'Reports', { masterKey: key, enforceSSL: true });
    reports.addSubscription(new subscriptions.EmailSubscription(operators.valueAsString));
    const { stateMachine } = new DocumentWorkflow(this, 'Workflow', { key, uploads, results, reports });
    const unprocessed = new sqs.Queue(this, 'Unprocessed', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new events.Rule(this, 'DocumentUploaded', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [uploads.bucketName] }, object: { key: [{ prefix: 'incoming/' }] } },
      },
      targets: [
        new targets.SfnStateMachine(stateMachine, {
          role: roleOf(this, 'StartWorkflow', 'events.amazonaws.com'),
          deadLetterQueue: unprocessed,
          retryAttempts: 3,
        }),
      ],
    });
    stateMachine.metricFailed().createAlarm(this, 'DocumentsFail', { threshold: 1, evaluationPeriods: 1 });
    new CfnOutput(this, 'UploadsBucket', { value: uploads.bucketName });
  }
}

export function documents(app: App): void {
  app.node.setContext(S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY, true);
  new DocumentsStack(app, 'Documents', { terminationProtection: true });
}
