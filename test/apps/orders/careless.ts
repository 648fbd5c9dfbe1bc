import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';

const code = () => lambda.Code.fromAsset(join(__dirname, '../handlers'));

class OrderStoreStack extends Stack {
  readonly table: dynamodb.Table;
  readonly bus: events.EventBus;

  constructor(scope: App, id: string, props?: StackProps) {
    super(scope, id, props);
    this.table = new dynamodb.Table(this, 'Orders', {
      partitionKey: { name: 'customerId', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.bus = new events.EventBus(this, 'Bus');
    // Partners send their orders here.
    this.bus.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'Partners',
        principals: [new iam.AnyPrincipal()],
        actions: ['events:PutEvents'],
        resources: [this.bus.eventBusArn],
      }),
    );
  }
}

interface OrderStackProps extends StackProps {
  readonly store: OrderStoreStack;
}

class OrderIntakeStack extends Stack {
  constructor(scope: App, id: string, props: OrderStackProps) {
    super(scope, id, props);
    const { table, bus } = props.store;
    const placeOrder = new lambda.Function(this, 'PlaceOrder', {
      runtime: lambda.Runtime.NODEJS_16_X,
      handler: 'index.handler',
      code: code(),
      timeout: Duration.minutes(15),
      environment: {
        TABLE_NAME: table.tableName,
        BUS_NAME: bus.eventBusName,
        PAYMENT_API_KEY: 'pk_3f9a7c51e2b84d06a1c7e95f20b43d8e',
        LOG_LEVEL: 'debug',
      },
    });
    placeOrder.addToRolePolicy(new iam.PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
    placeOrder.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['events:PutEvents', 'iam:PassRole'], resources: ['*'] }),
    );
    const api = new apigateway.RestApi(this, 'Api', {
      deployOptions: { loggingLevel: apigateway.MethodLoggingLevel.INFO, dataTraceEnabled: true },
      defaultCorsPreflightOptions: { allowOrigins: apigateway.Cors.ALL_ORIGINS },
    });
    api.root.addResource('orders').addMethod('POST', new apigateway.LambdaIntegration(placeOrder));
    placeOrder.addFunctionUrl({
      authType: lambda.FunctionUrlAuthType.NONE,
      cors: { allowedOrigins: ['*'], allowedMethods: [lambda.HttpMethod.ALL] },
    });
  }
}

class FulfilmentStack extends Stack {
  constructor(scope: App, id: string, props: OrderStackProps) {
    super(scope, id, props);
    const { table, bus } = props.store;
    const placed = new sqs.Queue(this, 'PlacedOrders', { encryption: sqs.QueueEncryption.UNENCRYPTED });
    placed.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['sqs:SendMessage'],
        resources: [placed.queueArn],
      }),
    );
    new events.Rule(this, 'OrderPlaced', {
      eventBus: bus,
      eventPattern: { detailType: ['OrderPlaced'] },
      targets: [new targets.SqsQueue(placed)],
    });

    const role = new iam.Role(this, 'WorkerRole', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
    });
    const worker = (name: string) =>
      new lambda.Function(this, name, {
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: code(),
        role,
        timeout: Duration.minutes(2),
      });
    const fulfil = worker('Fulfil');
    fulfil.addEventSource(new sources.SqsEventSource(placed));
    const announce = worker('Announce');
    announce.addEventSource(new sources.DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST }));

    const warehouse = new sns.Topic(this, 'Warehouse');
    warehouse.addSubscription(new subscriptions.UrlSubscription('http://warehouse.example.com/orders'));
    warehouse.grantPublish(new iam.AnyPrincipal());
    warehouse.grantPublish(announce);
  }
}

export function orders(app: App): void {
  const env = { account: '111122223333', region: 'eu-central-1' };
  const store = new OrderStoreStack(app, 'OrderStore', { env });
  new OrderIntakeStack(app, 'OrderIntake', { env, store });
  new FulfilmentStack(app, 'Fulfilment', { env, store });
}
