import { Duration, type Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as v2authorizers from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as v2integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cloudwatchActions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as codepipelineActions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as config from 'aws-cdk-lib/aws-config';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as elbTargets from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as logDestinations from 'aws-cdk-lib/aws-logs-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3Notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sesActions from 'aws-cdk-lib/aws-ses-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import * as customResources from 'aws-cdk-lib/custom-resources';
import * as triggers from 'aws-cdk-lib/triggers';

/** Something of aws-cdk-lib that a function can be attached to. */
export interface Integration {
  /** The class that attaches it. */
  readonly name: string;
  readonly attach: (stack: Stack, fn: lambda.Function) => void;
  /** Whether what it attaches invokes the function without waiting for it. */
  readonly asynchronous?: true;
}

const cluster = 'arn:aws:kafka:eu-west-1:111122223333:cluster/c/0000';

/** Every event source, target, destination, trigger, authorizer and rotation of aws-cdk-lib that takes a function. */
export const integrations: readonly Integration[] = [
  {
    name: 'SqsEventSource',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.SqsEventSource(new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS })),
      ),
  },
  {
    name: 'SnsEventSource',
    attach: (stack, fn) => fn.addEventSource(new sources.SnsEventSource(new sns.Topic(stack, 'Topic'))),
    asynchronous: true,
  },
  {
    name: 'S3EventSource',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.S3EventSource(new s3.Bucket(stack, 'Bucket'), { events: [s3.EventType.OBJECT_CREATED] }),
      ),
    asynchronous: true,
  },
  {
    name: 'S3EventSourceV2',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.S3EventSourceV2(new s3.Bucket(stack, 'Bucket'), { events: [s3.EventType.OBJECT_CREATED] }),
      ),
    asynchronous: true,
  },
  {
    name: 'ApiEventSource',
    attach: (_, fn) => fn.addEventSource(new sources.ApiEventSource('GET', '/books')),
  },
  {
    name: 'DynamoEventSource',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.DynamoEventSource(
          new dynamodb.Table(stack, 'Table', {
            partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
            stream: dynamodb.StreamViewType.NEW_IMAGE,
          }),
          {
            startingPosition: lambda.StartingPosition.LATEST,
            onFailure: new sources.SqsDlq(new sqs.Queue(stack, 'Dlq')),
          },
        ),
      ),
  },
  {
    name: 'KinesisEventSource',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.KinesisEventSource(new kinesis.Stream(stack, 'Stream'), {
          startingPosition: lambda.StartingPosition.LATEST,
          onFailure: new sources.SnsDlq(new sns.Topic(stack, 'Dlq')),
        }),
      ),
  },
  {
    name: 'KinesisConsumerEventSource',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.KinesisConsumerEventSource(
          new kinesis.StreamConsumer(stack, 'Consumer', {
            stream: new kinesis.Stream(stack, 'Stream'),
            streamConsumerName: 'consumer',
          }),
          { startingPosition: lambda.StartingPosition.LATEST },
        ),
      ),
  },
  {
    name: 'ManagedKafkaEventSource',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.ManagedKafkaEventSource({
          clusterArn: cluster,
          topic: 'topic',
          startingPosition: lambda.StartingPosition.LATEST,
          onFailure: new sources.S3OnFailureDestination(new s3.Bucket(stack, 'Failed')),
        }),
      ),
  },
  {
    name: 'SelfManagedKafkaEventSource',
    attach: (stack, fn) =>
      fn.addEventSource(
        new sources.SelfManagedKafkaEventSource({
          bootstrapServers: ['kafka.example.com:9092'],
          topic: 'topic',
          secret: new secretsmanager.Secret(stack, 'Secret'),
          startingPosition: lambda.StartingPosition.LATEST,
        }),
      ),
  },
  {
    name: 'events-targets LambdaFunction',
    attach: (stack, fn) =>
      new events.Rule(stack, 'Rule', {
        schedule: events.Schedule.rate(Duration.hours(1)),
        targets: [new eventTargets.LambdaFunction(fn, { deadLetterQueue: new sqs.Queue(stack, 'Dlq') })],
      }),
    asynchronous: true,
  },
  {
    name: 's3-notifications LambdaDestination',
    attach: (stack, fn) =>
      new s3.Bucket(stack, 'Bucket').addEventNotification(
        s3.EventType.OBJECT_CREATED,
        new s3Notifications.LambdaDestination(fn),
      ),
    asynchronous: true,
  },
  {
    name: 'LambdaSubscription',
    attach: (stack, fn) => new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(fn)),
    asynchronous: true,
  },
  {
    name: 'logs-destinations LambdaDestination',
    attach: (stack, fn) =>
      new logs.LogGroup(stack, 'Group').addSubscriptionFilter('Filter', {
        destination: new logDestinations.LambdaDestination(fn),
        filterPattern: logs.FilterPattern.allEvents(),
      }),
    asynchronous: true,
  },
  {
    name: 'apigateway LambdaIntegration',
    attach: (stack, fn) =>
      new apigateway.RestApi(stack, 'Api').root.addMethod('GET', new apigateway.LambdaIntegration(fn)),
  },
  {
    name: 'LambdaRestApi',
    attach: (stack, handler) => new apigateway.LambdaRestApi(stack, 'Api', { handler }),
  },
  {
    name: 'apigateway TokenAuthorizer',
    attach: (stack, handler) =>
      new apigateway.RestApi(stack, 'Api').root.addMethod('GET', undefined, {
        authorizer: new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler }),
      }),
  },
  {
    name: 'apigateway RequestAuthorizer',
    attach: (stack, handler) =>
      new apigateway.RestApi(stack, 'Api').root.addMethod('GET', undefined, {
        authorizer: new apigateway.RequestAuthorizer(stack, 'Authorizer', {
          handler,
          identitySources: [apigateway.IdentitySource.header('Authorization')],
        }),
      }),
  },
  {
    name: 'HttpLambdaIntegration',
    attach: (stack, fn) =>
      new apigatewayv2.HttpApi(stack, 'Api').addRoutes({
        path: '/books',
        integration: new v2integrations.HttpLambdaIntegration('Integration', fn),
      }),
  },
  {
    name: 'HttpLambdaAuthorizer',
    attach: (stack, fn) =>
      new apigatewayv2.HttpApi(stack, 'Api').addRoutes({
        path: '/books',
        integration: new v2integrations.HttpUrlIntegration('Integration', 'https://example.com'),
        authorizer: new v2authorizers.HttpLambdaAuthorizer('Authorizer', fn),
      }),
  },
  {
    name: 'WebSocketLambdaIntegration',
    attach: (stack, fn) =>
      new apigatewayv2.WebSocketApi(stack, 'Api', {
        connectRouteOptions: { integration: new v2integrations.WebSocketLambdaIntegration('Integration', fn) },
      }),
  },
  {
    name: 'WebSocketLambdaAuthorizer',
    attach: (stack, fn) =>
      new apigatewayv2.WebSocketApi(stack, 'Api', {
        connectRouteOptions: {
          integration: new v2integrations.WebSocketMockIntegration('Integration'),
          authorizer: new v2authorizers.WebSocketLambdaAuthorizer('Authorizer', fn),
        },
      }),
  },
  {
    name: 'scheduler-targets LambdaInvoke',
    attach: (stack, fn) =>
      new scheduler.Schedule(stack, 'Schedule', {
        schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)),
        target: new schedulerTargets.LambdaInvoke(fn),
      }),
    asynchronous: true,
  },
  ...Object.entries(cognito.UserPoolOperation)
    .filter((entry): entry is [string, cognito.UserPoolOperation] => entry[1] instanceof cognito.UserPoolOperation)
    .filter(([operation]) => !operation.startsWith('CUSTOM_'))
    .map(([operation, trigger]): Integration => ({
      name: `UserPool trigger ${operation}`,
      attach: (stack, fn) => new cognito.UserPool(stack, 'Pool').addTrigger(trigger, fn),
    })),
  {
    name: 'secretsmanager rotation',
    attach: (stack, rotationLambda) =>
      new secretsmanager.Secret(stack, 'Secret').addRotationSchedule('Rotation', { rotationLambda }),
  },
  {
    name: 'ses-actions Lambda',
    attach: (stack, fn) =>
      new ses.ReceiptRuleSet(stack, 'Rules').addRule('Rule', { actions: [new sesActions.Lambda({ function: fn })] }),
    asynchronous: true,
  },
  {
    name: 'LambdaTarget of a load balancer',
    attach: (stack, fn) =>
      new elb.ApplicationTargetGroup(stack, 'Group', {
        vpc: new ec2.Vpc(stack, 'Vpc'),
        targets: [new elbTargets.LambdaTarget(fn)],
      }),
  },
  {
    name: 'AppSync data source',
    attach: (stack, fn) =>
      graphql(stack)
        .addLambdaDataSource('Source', fn)
        .createResolver('Resolver', { typeName: 'Query', fieldName: 'x' }),
  },
  {
    name: 'AppSync authorizer',
    attach: (stack, handler) =>
      graphql(stack, {
        authorizationType: appsync.AuthorizationType.LAMBDA,
        lambdaAuthorizerConfig: { handler },
      }),
  },
  {
    name: 'AppSync event API authorizer',
    attach: (stack, handler) => {
      const provider = {
        authorizationType: appsync.AppSyncAuthorizationType.LAMBDA,
        lambdaAuthorizerConfig: { handler },
      };
      const modes = [{ authorizationType: appsync.AppSyncAuthorizationType.LAMBDA }];
      new appsync.EventApi(stack, 'Api', {
        apiName: 'api',
        authorizationConfig: {
          authProviders: [provider],
          connectionAuthModeTypes: modes.map((mode) => mode.authorizationType),
          defaultPublishAuthModeTypes: modes.map((mode) => mode.authorizationType),
          defaultSubscribeAuthModeTypes: modes.map((mode) => mode.authorizationType),
        },
      });
    },
  },
  {
    name: 'stepfunctions-tasks LambdaInvoke',
    attach: (stack, fn) =>
      new stepfunctions.StateMachine(stack, 'Machine', {
        definitionBody: stepfunctions.DefinitionBody.fromChainable(
          new tasks.LambdaInvoke(stack, 'Invoke', { lambdaFunction: fn }),
        ),
      }),
  },
  {
    name: 'cloudwatch-actions LambdaAction',
    attach: (stack, fn) =>
      new cloudwatch.Alarm(stack, 'Alarm', {
        metric: new cloudwatch.Metric({ namespace: 'n', metricName: 'm' }),
        threshold: 1,
        evaluationPeriods: 1,
      }).addAlarmAction(new cloudwatchActions.LambdaAction(fn)),
    asynchronous: true,
  },
  {
    name: 'config CustomRule',
    attach: (stack, lambdaFunction) =>
      new config.CustomRule(stack, 'Rule', { lambdaFunction, configurationChanges: true }),
    asynchronous: true,
  },
  {
    name: 'codedeploy hooks',
    attach: (stack, fn) =>
      new codedeploy.LambdaDeploymentGroup(stack, 'Group', {
        alias: new lambda.Function(stack, 'Deployed', {
          runtime: lambda.Runtime.NODEJS_24_X,
          handler: 'index.handler',
          code: lambda.Code.fromInline('exports.handler = async () => {};'),
        }).addAlias('live'),
        preHook: fn,
      }),
  },
  {
    name: 'codepipeline LambdaInvokeAction',
    attach: (stack, fn) => {
      const output = new codepipeline.Artifact();
      new codepipeline.Pipeline(stack, 'Pipeline', {
        stages: [
          {
            stageName: 'Source',
            actions: [
              new codepipelineActions.S3SourceAction({
                actionName: 'Source',
                bucket: new s3.Bucket(stack, 'Bucket', { versioned: true }),
                bucketKey: 'key.zip',
                output,
              }),
            ],
          },
          {
            stageName: 'Invoke',
            actions: [
              new codepipelineActions.LambdaInvokeAction({ actionName: 'Invoke', lambda: fn, inputs: [output] }),
            ],
          },
        ],
      });
    },
  },
  {
    name: 'custom resource Provider',
    attach: (stack, onEventHandler) => new customResources.Provider(stack, 'Provider', { onEventHandler }),
  },
  {
    name: 'Trigger',
    attach: (stack, handler) => new triggers.Trigger(stack, 'Trigger', { handler }),
  },
  {
    name: 'firehose LambdaFunctionProcessor',
    attach: (stack, fn) =>
      new firehose.DeliveryStream(stack, 'Delivery', {
        destination: new firehose.S3Bucket(new s3.Bucket(stack, 'Bucket'), {
          processors: [new firehose.LambdaFunctionProcessor(fn)],
        }),
      }),
  },
  {
    name: 'lambda-destinations LambdaDestination',
    attach: (stack, fn) =>
      new lambda.Function(stack, 'Caller', {
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
        onSuccess: new destinations.LambdaDestination(fn),
      }),
  },
  {
    name: 'lambda-destinations of the function',
    attach: (stack, fn) =>
      fn.configureAsyncInvoke({
        onSuccess: new destinations.EventBridgeDestination(),
        onFailure: new destinations.SnsDestination(new sns.Topic(stack, 'Topic')),
      }),
  },
  {
    name: 'lambda-destinations SqsDestination and S3Destination of the function',
    attach: (stack, fn) =>
      fn.configureAsyncInvoke({
        onSuccess: new destinations.SqsDestination(
          new sqs.Queue(stack, 'Done', { encryption: sqs.QueueEncryption.KMS }),
        ),
        onFailure: new destinations.S3Destination(new s3.Bucket(stack, 'Failed')),
      }),
  },
  {
    name: 'AppConfig validator',
    attach: (stack, fn) =>
      new appconfig.HostedConfiguration(stack, 'Configuration', {
        application: new appconfig.Application(stack, 'Application'),
        content: appconfig.ConfigurationContent.fromInlineText('x'),
        validators: [appconfig.LambdaValidator.fromFunction(fn)],
      }),
  },
  {
    name: 'AppConfig extension',
    attach: (stack, fn) =>
      new appconfig.Extension(stack, 'Extension', {
        actions: [
          new appconfig.Action({
            actionPoints: [appconfig.ActionPoint.ON_DEPLOYMENT_START],
            eventDestination: new appconfig.LambdaDestination(fn),
          }),
        ],
      }),
  },
  {
    name: 'FunctionUrl',
    attach: (_, fn) => fn.addFunctionUrl(),
  },
];

function graphql(stack: Stack, defaultAuthorization?: appsync.AuthorizationMode): appsync.GraphqlApi {
  return new appsync.GraphqlApi(stack, 'Api', {
    name: 'api',
    definition: appsync.Definition.fromSchema(new appsync.SchemaFile({ filePath: `${__dirname}/schema.graphql` })),
    authorizationConfig: defaultAuthorization ? { defaultAuthorization } : undefined,
  });
}
