import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { CfnRestApi } from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { keyForLogs } from './key-for-logs';

export interface GeneratedServiceProps {
  readonly insecure: boolean;
  readonly accessLogs: IBucket;
  readonly webAcl: string;
  /** A bucket of another stack. */
  readonly reads?: IBucket;
}

/**
 * A function behind an API and one behind a queue, with what they work on.
 */
export class GeneratedService extends Construct {
  /** What it comes to. */
  static readonly resources = 27;

  readonly bucket: Bucket;
  private readonly key: Key;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GeneratedServiceProps,
  ) {
    super(scope, id);
    const { insecure, accessLogs, webAcl } = props;
    this.key = keyForLogs(this, 'Key', !insecure);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: insecure ? BlockPublicAccess.BLOCK_ACLS_ONLY : BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: !insecure,
      serverAccessLogsBucket: insecure ? undefined : accessLogs,
      serverAccessLogsPrefix: insecure ? undefined : id,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const encryption = { encryption: QueueEncryption.KMS, encryptionMasterKey: this.key, enforceSSL: true };
    const queue = new Queue(this, 'Queue', {
      ...encryption,
      visibilityTimeout: Duration.minutes(3),
      deadLetterQueue: {
        queue: new Queue(this, 'DeadLetters', { ...encryption, retentionPeriod: Duration.days(14) }),
        maxReceiveCount: 3,
      },
    });
    const topic = new Topic(this, 'Topic', { masterKey: this.key, enforceSSL: true });
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: !insecure },
      deletionProtection: !insecure,
    });
    const worker = this.functionWith('Worker', { TABLE: table.tableName, TOPIC: topic.topicArn });
    worker.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
    const handler = this.functionWith('Handler', { TABLE: table.tableName, QUEUE: queue.queueUrl });
    for (const one of [worker, handler]) {
      table.grant(one, 'dynamodb:GetItem', 'dynamodb:PutItem');
      (props.reads ?? this.bucket).grantRead(one, 'shared/*');
    }
    topic.grantPublish(worker);
    queue.grantSendMessages(handler);

    const api = new RestApi(this, 'Api', {
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      deployOptions: {
        accessLogDestination: new LogGroupLogDestination(this.logGroup('Calls')),
        accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
        loggingLevel: insecure ? MethodLoggingLevel.OFF : MethodLoggingLevel.ERROR,
        metricsEnabled: true,
        tracingEnabled: !insecure,
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
      },
    });
    const written = api.node.defaultChild as CfnRestApi;
    written.securityPolicy = 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09';
    written.addPropertyOverride('EndpointAccessMode', 'STRICT');
    api.root.addMethod('GET', new LambdaIntegration(handler), {
      authorizationType: insecure ? AuthorizationType.NONE : AuthorizationType.IAM,
    });
    new CfnWebACLAssociation(this, 'Firewall', { resourceArn: api.deploymentStage.stageArn, webAclArn: webAcl });
  }

  private functionWith(id: string, environment: Record<string, string>): LambdaFunction {
    const { insecure } = this.props;
    return new LambdaFunction(this, id, {
      code: Code.fromInline('exports.handler = async () => {};'),
      handler: 'index.handler',
      runtime: insecure ? Runtime.NODEJS_18_X : Runtime.NODEJS_24_X,
      environment,
      environmentEncryption: this.key,
      tracing: insecure ? Tracing.DISABLED : Tracing.ACTIVE,
      timeout: Duration.seconds(20),
      reservedConcurrentExecutions: 10,
      logGroup: this.logGroup(`${id}Logs`),
    });
  }

  private logGroup(id: string): LogGroup {
    return new LogGroup(this, id, { retention: RetentionDays.ONE_YEAR, encryptionKey: this.key });
  }
}
