import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { Aws, Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as authorizers from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';

/** A key that log groups of this account may use. */
function logsKey(scope: Construct, alias: string): kms.Key {
  const key = new kms.Key(scope, 'Key', { alias, enableKeyRotation: true });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'AllowLogGroups',
      principals: [new iam.ServicePrincipal('logs.amazonaws.com')],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`,
        },
      },
    }),
  );
  return key;
}

/** A function of the chat, with a role that may write its own log group and traces and nothing else. */
class ChatFunction extends lambda.Function {
  constructor(scope: Construct, id: string, key: kms.IKey, environment: Record<string, string>) {
    const logGroup = new logs.LogGroup(scope, `${id}Logs`, {
      retention: logs.RetentionDays.SIX_MONTHS,
      encryptionKey: key,
    });
    const role = new iam.Role(scope, `${id}Role`, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
      memorySize: 256,
      timeout: Duration.seconds(10),
      reservedConcurrentExecutions: 200,
      tracing: lambda.Tracing.ACTIVE,
      role,
      logGroup,
      environment,
      environmentEncryption: key,
    });
  }
}

class ChatStateStack extends Stack {
  readonly key: kms.Key;
  readonly connections: dynamodb.TableV2;
  readonly rooms: dynamodb.TableV2;
  readonly messages: kinesis.Stream;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.key = new kms.Key(this, 'Key', { alias: 'alias/chat/state', enableKeyRotation: true });
    const table: Omit<dynamodb.TablePropsV2, 'partitionKey'> = {
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.connections = new dynamodb.TableV2(this, 'Connections', {
      ...table,
      partitionKey: { name: 'connectionId', type: dynamodb.AttributeType.STRING },
      globalSecondaryIndexes: [
        { indexName: 'room', partitionKey: { name: 'room', type: dynamodb.AttributeType.STRING } },
      ],
      timeToLiveAttribute: 'expires',
    });
    this.rooms = new dynamodb.TableV2(this, 'Rooms', {
      ...table,
      partitionKey: { name: 'room', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'member', type: dynamodb.AttributeType.STRING },
    });
    this.messages = new kinesis.Stream(this, 'Messages', {
      streamMode: kinesis.StreamMode.ON_DEMAND,
      encryption: kinesis.StreamEncryption.KMS,
      encryptionKey: this.key,
      retentionPeriod: Duration.hours(72),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

interface ChatStackProps extends StackProps {
  readonly state: ChatStateStack;
}

class ChatApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ChatStackProps) {
    super(scope, id, props);
    const { connections, rooms, messages } = props.state;
    const key = logsKey(this, 'alias/chat/api');
    const signingKey = secretsmanager.Secret.fromSecretNameV2(this, 'SigningKey', 'identity/token-signing-key');

    const authorize = new ChatFunction(this, 'Authorize', key, { SIGNING_KEY: signingKey.secretName });
    signingKey.grantRead(authorize);
    const connect = new ChatFunction(this, 'Connect', key, {
      CONNECTIONS: connections.tableName,
      ROOMS: rooms.tableName,
    });
    connections.grant(connect, 'dynamodb:PutItem');
    rooms.grantReadData(connect);
    const disconnect = new ChatFunction(this, 'Disconnect', key, { CONNECTIONS: connections.tableName });
    connections.grant(disconnect, 'dynamodb:DeleteItem');
    props.state.key.grantDecrypt(disconnect);
    const send = new ChatFunction(this, 'SendMessage', key, {
      STREAM: messages.streamName,
      CONNECTIONS: connections.tableName,
    });
    connections.grantReadData(send);
    messages.grantWrite(send);
    send.addToRolePolicy(new iam.PolicyStatement({ actions: ['comprehend:DetectToxicContent'], resources: ['*'] }));

    const route = (handler: lambda.IFunction) =>
      new integrations.WebSocketLambdaIntegration(`${handler.node.id}Integration`, handler);
    const api = new apigatewayv2.WebSocketApi(this, 'Api', {
      connectRouteOptions: {
        integration: route(connect),
        authorizer: new authorizers.WebSocketLambdaAuthorizer('Authorizer', authorize, {
          identitySource: ['route.request.querystring.ticket'],
        }),
      },
      disconnectRouteOptions: { integration: route(disconnect) },
    });
    api.addRoute('send', { integration: route(send) });
    const stage = new apigatewayv2.WebSocketStage(this, 'Stage', {
      webSocketApi: api,
      stageName: 'live',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new apigatewayv2.LogGroupLogDestination(
          new logs.LogGroup(this, 'AccessLogs', { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
        ),
      },
    });
    (stage.node.defaultChild as apigatewayv2.CfnStage).addPropertyOverride(
      'DefaultRouteSettings.LoggingLevel',
      'ERROR',
    );

    const broadcast = new ChatFunction(this, 'Broadcast', key, {
      CONNECTIONS: connections.tableName,
      CALLBACK_URL: stage.callbackUrl,
    });
    stage.grantManagementApiAccess(broadcast);
    connections.grantReadWriteData(broadcast);
    broadcast.addEventSource(
      new KinesisEventSource(messages, {
        startingPosition: lambda.StartingPosition.LATEST,
        bisectBatchOnError: true,
        retryAttempts: 3,
        onFailure: new SqsDlq(
          new sqs.Queue(this, 'LostMessages', {
            encryption: sqs.QueueEncryption.KMS,
            encryptionMasterKey: key,
            enforceSSL: true,
            retentionPeriod: Duration.days(14),
          }),
        ),
      }),
    );
    for (const handler of [connect, disconnect, send, broadcast]) {
      handler.metricErrors().createAlarm(handler, 'Fails', { threshold: 5, evaluationPeriods: 2 });
    }
  }
}

/** Keeps all messages for a year, as the law asks of us. */
class ChatArchiveStack extends Stack {
  constructor(scope: Construct, id: string, props: ChatStackProps) {
    super(scope, id, props);
    const key = logsKey(this, 'alias/chat/archive');
    const logBucket = new s3.Bucket(this, 'AccessLogs', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(1) }],
    });
    const archive = new s3.Bucket(this, 'Archive', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: s3.ObjectLockRetention.compliance(Duration.days(365)),
      serverAccessLogsBucket: logBucket,
      lifecycleRules: [{ expiration: Duration.days(366), noncurrentVersionExpiration: Duration.days(1) }],
    });
    new firehose.DeliveryStream(this, 'ToArchive', {
      source: new firehose.KinesisStreamSource(props.state.messages),
      destination: new firehose.S3Bucket(archive, {
        encryptionKey: key,
        compression: firehose.Compression.GZIP,
        bufferingInterval: Duration.minutes(5),
        bufferingSize: Size.mebibytes(64),
        errorOutputPrefix: 'failed/',
        loggingConfig: new firehose.EnableLogging(
          new logs.LogGroup(this, 'DeliveryLogs', { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
        ),
      }),
    });
  }
}

export function chat(app: App): void {
  app.node.setContext(S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY, true);
  const env = { account: '111122223333', region: 'us-east-1' };
  const state = new ChatStateStack(app, 'ChatState', { env, terminationProtection: true });
  new ChatApiStack(app, 'ChatApi', { env, state });
  new ChatArchiveStack(app, 'ChatArchive', { env, state });
}
