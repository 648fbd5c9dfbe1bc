import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { ArnFormat, Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { EVENTS_TARGET_QUEUE_SAME_ACCOUNT } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';

/** A key that CloudWatch Logs may use for the log groups of this account. */
function stackKey(scope: Construct, alias: string): kms.Key {
  const key = new kms.Key(scope, 'Key', { alias, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
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

function encryptedQueue(scope: Construct, id: string, key: kms.IKey, props: sqs.QueueProps = {}): sqs.Queue {
  return new sqs.Queue(scope, id, {
    encryption: sqs.QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    ...props,
  });
}

function orderFunction(
  scope: Construct,
  id: string,
  key: kms.IKey,
  environment: Record<string, string>,
): lambda.Function {
  return new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    handler: 'index.handler',
    code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
    memorySize: 512,
    timeout: Duration.seconds(20),
    reservedConcurrentExecutions: 50,
    tracing: lambda.Tracing.ACTIVE,
    loggingFormat: lambda.LoggingFormat.JSON,
    logGroup: new logs.LogGroup(scope, `${id}Logs`, { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
    environment,
    environmentEncryption: key,
  });
}

class OrderStoreStack extends Stack {
  readonly table: dynamodb.Table;
  readonly bus: events.EventBus;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const key = stackKey(this, 'alias/orders/store');
    this.table = new dynamodb.Table(this, 'Orders', {
      partitionKey: { name: 'customerId', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const undelivered = encryptedQueue(this, 'UndeliveredEvents', key);
    this.bus = new events.EventBus(this, 'Bus', { kmsKey: key, deadLetterQueue: undelivered });
    new events.Archive(this, 'Archive', {
      sourceEventBus: this.bus,
      eventPattern: { account: [this.account] },
      retention: Duration.days(90),
      kmsKey: key,
    });
  }
}

interface OrderStackProps extends StackProps {
  readonly store: OrderStoreStack;
}

/** Shops of the company send orders, signed with their IAM roles. */
class OrderIntakeStack extends Stack {
  constructor(scope: Construct, id: string, props: OrderStackProps) {
    super(scope, id, props);
    const { table, bus } = props.store;
    const key = stackKey(this, 'alias/orders/intake');
    const placeOrder = orderFunction(this, 'PlaceOrder', key, {
      TABLE_NAME: table.tableName,
      BUS_NAME: bus.eventBusName,
    });
    table.grant(placeOrder, 'dynamodb:PutItem', 'dynamodb:GetItem');
    table.encryptionKey!.grantEncryptDecrypt(placeOrder);
    bus.grantPutEventsTo(placeOrder);

    const api = new apigateway.RestApi(this, 'Api', {
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      cloudWatchRole: true,
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      deployOptions: {
        stageName: 'v1',
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: apigateway.MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
        accessLogDestination: new apigateway.LogGroupLogDestination(
          new logs.LogGroup(this, 'AccessLogs', { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
        ),
        accessLogFormat: apigateway.AccessLogFormat.jsonWithStandardFields(),
      },
    });
    (api.node.defaultChild as apigateway.CfnRestApi).addPropertyOverride('SecurityPolicy', 'TLS_1_2');
    const order = api.addModel('Order', {
      schema: {
        type: apigateway.JsonSchemaType.OBJECT,
        required: ['customerId', 'items'],
        additionalProperties: false,
        properties: {
          customerId: { type: apigateway.JsonSchemaType.STRING, maxLength: 64 },
          items: {
            type: apigateway.JsonSchemaType.ARRAY,
            maxItems: 100,
            items: { type: apigateway.JsonSchemaType.OBJECT },
          },
        },
      },
    });
    const validator = api.addRequestValidator('Validator', {
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    api.root.addResource('orders').addMethod('POST', new apigateway.LambdaIntegration(placeOrder), {
      requestModels: { $default: order },
      requestValidator: validator,
    });
    this.protect(api, key);
  }

  private protect(api: apigateway.RestApi, key: kms.IKey): void {
    const managed = (name: string, priority: number): wafv2.CfnWebACL.RuleProperty => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
      visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: name },
    });
    const acl = new wafv2.CfnWebACL(this, 'WebAcl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: 'orders' },
      rules: [
        managed('AWSManagedRulesCommonRuleSet', 0),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 1),
        {
          name: 'RateLimit',
          priority: 2,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: 'IP' } },
          visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: 'RateLimit' },
        },
      ],
    });
    new wafv2.CfnWebACLAssociation(this, 'WebAclOfApi', {
      webAclArn: acl.attrArn,
      resourceArn: api.deploymentStage.stageArn,
    });
    const firewallLogs = new logs.LogGroup(this, 'FirewallLogs', {
      logGroupName: 'aws-waf-logs-orders',
      retention: logs.RetentionDays.ONE_YEAR,
      encryptionKey: key,
    });
    new wafv2.CfnLoggingConfiguration(this, 'FirewallLogging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        this.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: firewallLogs.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: ['authorization', 'x-amz-security-token', 'x-api-key', 'cookie'].map((Name) => ({
        singleHeader: { Name },
      })),
    });
  }
}

/** Takes orders that were placed from the bus, and tells the warehouse what changes in the table. */
class FulfilmentStack extends Stack {
  constructor(scope: Construct, id: string, props: OrderStackProps) {
    super(scope, id, props);
    const { table, bus } = props.store;
    const key = stackKey(this, 'alias/orders/fulfilment');
    const dead = encryptedQueue(this, 'DeadOrders', key);
    const placed = encryptedQueue(this, 'PlacedOrders', key, {
      visibilityTimeout: Duration.minutes(2),
      deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
    });
    new events.Rule(this, 'OrderPlaced', {
      eventBus: bus,
      eventPattern: { source: ['com.example.orders'], detailType: ['OrderPlaced'] },
      targets: [new targets.SqsQueue(placed, { deadLetterQueue: encryptedQueue(this, 'UnroutedOrders', key) })],
    });

    const fulfil = orderFunction(this, 'Fulfil', key, { TABLE_NAME: table.tableName });
    fulfil.addEventSource(
      new sources.SqsEventSource(placed, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 20 }),
    );
    table.grantReadWriteData(fulfil);

    const warehouse = new sns.Topic(this, 'Warehouse', { masterKey: key, enforceSSL: true });
    const announce = orderFunction(this, 'Announce', key, { TOPIC_ARN: warehouse.topicArn });
    announce.addEventSource(
      new sources.DynamoEventSource(table, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        bisectBatchOnError: true,
        retryAttempts: 5,
        reportBatchItemFailures: true,
        onFailure: new sources.SqsDlq(encryptedQueue(this, 'FailedChanges', key)),
      }),
    );
    warehouse.grantPublish(announce);

    const alarms = new sns.Topic(this, 'Alarms', { masterKey: key, enforceSSL: true });
    const alarmsOfAccount = new iam.ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    });
    key.grant(alarmsOfAccount, 'kms:Decrypt', 'kms:GenerateDataKey*');
    alarms.grantPublish(alarmsOfAccount);
    const alarm = new cloudwatch.Alarm(this, 'OrdersFail', {
      metric: dead.metricApproximateNumberOfMessagesVisible(),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new actions.SnsAction(alarms));
  }
}

export function orders(app: App): void {
  app.node.setContext(EVENTS_TARGET_QUEUE_SAME_ACCOUNT, true);
  const env = { account: '111122223333', region: 'eu-central-1' };
  const store = new OrderStoreStack(app, 'OrderStore', { env, terminationProtection: true });
  new OrderIntakeStack(app, 'OrderIntake', { env, store });
  new FulfilmentStack(app, 'Fulfilment', { env, store });
}
