import { Arn, ArnFormat, type Stack } from 'aws-cdk-lib';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';

/** Where what is granted comes from. */
export type Origin = 'raw' | 'encrypted' | 'secure' | 'imported' | 'of another stack';

export const origins: readonly Origin[] = ['raw', 'encrypted', 'secure', 'imported', 'of another stack'];

/** What is granted, and the names that the table has for the ARNs of it. */
export interface Subject {
  readonly construct: unknown;
  readonly arns: Readonly<Record<string, string>>;
}

export interface Setting {
  readonly origin: Origin;
  readonly scope: Stack;
  /** The customer key of what is granted, and `undefined` for `raw`. */
  readonly key?: kms.IKey;
}

type Make = (setting: Setting) => Subject | undefined;

const id = 'Subject';

/** By the name that the table has for it; `undefined` where there is no such thing of that origin. */
export const subjects = {
  bucket: ({ origin, scope, key }) => {
    const bucket =
      origin === 'imported'
        ? s3.Bucket.fromBucketAttributes(scope, id, { bucketName: 'imported', encryptionKey: key })
        : origin === 'secure'
          ? new SecureBucket(scope, id, { encryptionKey: key })
          : new s3.Bucket(scope, id, { encryptionKey: key });
    return { construct: bucket, arns: { bucket: bucket.bucketArn } };
  },
  table: (setting) => tableOf(setting, false),
  'table with an index': (setting) => tableOf(setting, true),
  'table with a stream': (setting) => tableOf(setting, false, dynamodb.StreamViewType.NEW_IMAGE),
  tableV2: (setting) => tableV2Of(setting, false),
  'tableV2 with an index': (setting) => tableV2Of(setting, true),
  'tableV2 with a stream': (setting) => tableV2Of(setting, false, dynamodb.StreamViewType.NEW_IMAGE),
  queue: ({ origin, scope, key }) => {
    const queue =
      origin === 'imported'
        ? sqs.Queue.fromQueueAttributes(scope, id, { queueArn: arn('sqs', 'imported'), keyArn: key!.keyArn })
        : new sqs.Queue(scope, id, { encryptionMasterKey: key });
    return { construct: queue, arns: { queue: queue.queueArn } };
  },
  topic: ({ origin, scope, key }) => {
    const topic =
      origin === 'imported'
        ? sns.Topic.fromTopicAttributes(scope, id, { topicArn: arn('sns', 'imported'), keyArn: key!.keyArn })
        : new sns.Topic(scope, id, { masterKey: key });
    return { construct: topic, arns: { topic: topic.topicArn } };
  },
  bus: ({ origin, scope, key }) => {
    const bus =
      origin === 'imported'
        ? events.EventBus.fromEventBusArn(scope, id, arn('events', 'event-bus/imported'))
        : new events.EventBus(scope, id, { kmsKey: key });
    return { construct: bus, arns: { bus: bus.eventBusArn } };
  },
  'state machine': ({ origin, scope }) => {
    const machine =
      origin === 'imported'
        ? sfn.StateMachine.fromStateMachineArn(scope, id, arn('states', 'stateMachine:imported'))
        : new sfn.StateMachine(scope, id, { definitionBody: sfn.DefinitionBody.fromString('{}') });
    const { resourceName: name = '' } = Arn.split(machine.stateMachineArn, ArnFormat.COLON_RESOURCE_NAME);
    return {
      construct: machine,
      arns: {
        'state machine': machine.stateMachineArn,
        execution: scope.formatArn({
          service: 'states',
          resource: `execution:${name}`,
        }),
      },
    };
  },
  activity: ({ origin, scope, key }) => {
    if (origin === 'imported') return undefined;
    const activity = new sfn.Activity(scope, id, {
      ...(key && { encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(key) }),
    });
    return { construct: activity, arns: { activity: activity.activityArn } };
  },
  stream: ({ origin, scope, key }) => {
    const stream =
      origin === 'imported'
        ? kinesis.Stream.fromStreamAttributes(scope, id, {
            streamArn: arn('kinesis', 'stream/imported'),
            encryptionKey: key,
          })
        : new kinesis.Stream(scope, id, { encryptionKey: key });
    return { construct: stream, arns: { stream: stream.streamArn } };
  },
  consumer: ({ origin, scope, key }) => {
    if (origin === 'imported') {
      const consumerArn = arn('kinesis', 'stream/imported/consumer/reader:1');
      const consumer = kinesis.StreamConsumer.fromStreamConsumerArn(scope, id, consumerArn);
      return { construct: consumer, arns: { consumer: consumerArn, stream: arn('kinesis', 'stream/imported') } };
    }
    const stream = new kinesis.Stream(scope, 'Stream', { encryptionKey: key });
    const consumer = new kinesis.StreamConsumer(scope, id, { stream, streamConsumerName: 'reader' });
    return { construct: consumer, arns: { consumer: consumer.streamConsumerArn, stream: stream.streamArn } };
  },
  key: ({ key }) => key && { construct: key, arns: {} },
  'key of the app': ({ origin, key }) => (key && origin !== 'imported' ? { construct: key, arns: {} } : undefined),
  'signing key': ({ origin, scope }) => {
    if (origin !== 'raw') return undefined;
    const key = new kms.Key(scope, id, { keySpec: kms.KeySpec.RSA_2048, keyUsage: kms.KeyUsage.SIGN_VERIFY });
    return { construct: key, arns: { key: key.keyArn } };
  },
  'mac key': ({ origin, scope }) => {
    if (origin !== 'raw') return undefined;
    const key = new kms.Key(scope, id, { keySpec: kms.KeySpec.HMAC_256, keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC });
    return { construct: key, arns: { key: key.keyArn } };
  },
  alias: ({ origin, scope, key }) => {
    if (!key || origin === 'imported') return undefined;
    return { construct: new kms.Alias(scope, id, { aliasName: 'alias/books', targetKey: key }), arns: {} };
  },
  parameter: ({ origin, scope, key }) => {
    const parameter = key
      ? ssm.StringParameter.fromSecureStringParameterAttributes(scope, id, {
          parameterName: '/imported',
          encryptionKey: key,
        })
      : new ssm.StringParameter(scope, id, { stringValue: 'x' });
    return origin === 'raw' || key ? { construct: parameter, arns: { parameter: parameter.parameterArn } } : undefined;
  },
  'list parameter': ({ origin, scope }) => {
    if (origin !== 'raw' && origin !== 'of another stack') return undefined;
    const parameter = new ssm.StringListParameter(scope, id, { stringListValue: ['x'] });
    return { construct: parameter, arns: { parameter: parameter.parameterArn } };
  },
  secret: ({ origin, scope, key }) => {
    const secret =
      origin === 'imported'
        ? secretsmanager.Secret.fromSecretAttributes(scope, id, {
            secretCompleteArn: arn('secretsmanager', 'secret:imported-AbCdEf'),
            encryptionKey: key,
          })
        : new secretsmanager.Secret(scope, id, { encryptionKey: key });
    return { construct: secret, arns: { secret: secret.secretArn } };
  },
  'attached secret': ({ origin, scope, key }) => {
    if (origin === 'imported') return undefined;
    const secret = new secretsmanager.Secret(scope, 'Secret', { encryptionKey: key });
    const attachment = new secretsmanager.SecretTargetAttachment(scope, id, {
      secret,
      target: {
        asSecretAttachmentTarget: () => ({
          targetId: 'books',
          targetType: secretsmanager.AttachmentTargetType.RDS_DB_INSTANCE,
        }),
      },
    });
    return { construct: attachment, arns: { secret: attachment.secretArn } };
  },
  function: ({ origin, scope }) => {
    const fn =
      origin === 'imported'
        ? lambda.Function.fromFunctionAttributes(scope, id, {
            functionArn: arn('lambda', 'function:imported'),
            sameEnvironment: true,
          })
        : new (origin === 'secure' ? SecureFunction : lambda.Function)(scope, id, code);
    return { construct: fn, arns: { function: fn.functionArn } };
  },
  'alias of a function': ({ origin, scope }) => {
    if (origin === 'imported') return undefined;
    const fn = new (origin === 'secure' ? SecureFunction : lambda.Function)(scope, 'Function', code);
    const alias = new lambda.Alias(scope, id, { aliasName: 'live', version: fn.currentVersion });
    return { construct: alias, arns: { alias: alias.functionArn } };
  },
  version: ({ origin, scope }) => {
    if (origin === 'imported') return undefined;
    const fn = new (origin === 'secure' ? SecureFunction : lambda.Function)(scope, 'Function', code);
    return { construct: fn.currentVersion, arns: { version: fn.currentVersion.functionArn } };
  },
  'function url': ({ origin, scope }) => {
    if (origin === 'imported') return undefined;
    const fn = new (origin === 'secure' ? SecureFunction : lambda.Function)(scope, 'Function', code);
    return { construct: fn.addFunctionUrl(), arns: { function: fn.functionArn } };
  },
  'graphql api': ({ origin, scope }) => {
    const api =
      origin === 'imported'
        ? appsync.GraphqlApi.fromGraphqlApiAttributes(scope, id, { graphqlApiId: 'imported' })
        : new appsync.GraphqlApi(scope, id, { name: 'api', definition: schema });
    return { construct: api, arns: { api: apiArn(scope, api.apiId) } };
  },
  'event api': ({ origin, scope }) => {
    const api =
      origin === 'imported'
        ? appsync.EventApi.fromEventApiAttributes(scope, id, {
            apiId: 'imported',
            httpDns: 'h',
            realtimeDns: 'r',
            authProviderTypes: [appsync.AppSyncAuthorizationType.IAM],
          })
        : eventApi(scope, id);
    return { construct: api, arns: { api: apiArn(scope, api.apiId) } };
  },
  'channel namespace': ({ origin, scope }) => {
    if (origin === 'imported') return undefined;
    const api = eventApi(scope, 'Api');
    return { construct: api.addChannelNamespace('books'), arns: { api: apiArn(scope, api.apiId) } };
  },
  'user pool': ({ origin, scope }) => {
    const pool =
      origin === 'imported'
        ? cognito.UserPool.fromUserPoolArn(scope, id, arn('cognito-idp', 'userpool/eu-west-1_imported'))
        : new cognito.UserPool(scope, id);
    return { construct: pool, arns: { pool: pool.userPoolArn } };
  },
  'delivery stream': ({ origin, scope, key }) => {
    const delivery =
      origin === 'imported'
        ? firehose.DeliveryStream.fromDeliveryStreamArn(scope, id, arn('firehose', 'deliverystream/imported'))
        : new firehose.DeliveryStream(scope, id, {
            destination: new firehose.S3Bucket(new s3.Bucket(scope, 'Destination')),
            encryption: key && firehose.StreamEncryption.customerManagedKey(key),
          });
    return { construct: delivery, arns: { delivery: delivery.deliveryStreamArn } };
  },
  'stream source': ({ origin, scope, key }) => {
    if (origin === 'imported') return undefined;
    const stream = new kinesis.Stream(scope, id, { encryptionKey: key });
    return { construct: new firehose.KinesisStreamSource(stream), arns: { stream: stream.streamArn } };
  },
  environment: ({ origin, scope }) => {
    const environment =
      origin === 'imported'
        ? appconfig.Environment.fromEnvironmentArn(scope, id, arn('appconfig', 'application/app/environment/env'))
        : new appconfig.Environment(scope, id, { application: new appconfig.Application(scope, 'Application') });
    return { construct: environment, arns: { environment: environment.environmentArn } };
  },
  'web function endpoint': ({ origin, scope }) => {
    if (origin === 'imported') return undefined;
    return webFunctionEndpoint(scope);
  },
  nothing: ({ origin }) => (origin === 'raw' ? { construct: undefined, arns: {} } : undefined),
} satisfies Record<string, Make>;

export type SubjectName = keyof typeof subjects;

const code: lambda.FunctionProps = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

const schema = appsync.Definition.fromSchema({ bind: () => ({ apiId: 'x', definition: 'type Query { a: String }' }) });

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
}

function apiArn(scope: Stack, apiId: string): string {
  return scope.formatArn({ service: 'appsync', resource: 'apis', resourceName: apiId });
}

interface WebFunctionModule {
  readonly WebFunction: new (scope: Construct, id: string, props: object) => { endpoint: { endpointArn: string } };
  readonly WebFunctionCode: Record<string, (...args: unknown[]) => unknown>;
  readonly WebFunctionRuntime: Record<string, unknown>;
  readonly WebFunctionAuthType: Record<string, unknown>;
}

function webFunctionEndpoint(scope: Stack): Subject {
  const { WebFunction, WebFunctionCode, WebFunctionRuntime, WebFunctionAuthType } =
    lambda as unknown as WebFunctionModule;
  const { endpoint } = new WebFunction(scope, id, {
    code: WebFunctionCode.fromBucket(s3.Bucket.fromBucketName(scope, 'Code', 'code'), 'key'),
    runtime: WebFunctionRuntime.NODEJS_24_X,
    defaultEndpointAuth: WebFunctionAuthType.IAM_AUTH,
  });
  return { construct: endpoint, arns: { endpoint: endpoint.endpointArn } };
}

function eventApi(scope: Construct, name: string): appsync.EventApi {
  const iam = { authorizationType: appsync.AppSyncAuthorizationType.IAM };
  return new appsync.EventApi(scope, name, {
    apiName: 'events',
    authorizationConfig: {
      authProviders: [iam],
      connectionAuthModeTypes: [iam.authorizationType],
      defaultPublishAuthModeTypes: [iam.authorizationType],
      defaultSubscribeAuthModeTypes: [iam.authorizationType],
    },
  });
}

const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };

function tableOf({ origin, scope, key }: Setting, hasIndex: boolean, stream?: dynamodb.StreamViewType): Subject {
  if (origin === 'imported') {
    const tableArn = arn('dynamodb', 'table/imported');
    const imported = dynamodb.Table.fromTableAttributes(scope, id, {
      tableArn,
      encryptionKey: key,
      tableStreamArn: stream && `${tableArn}/stream/2026`,
      globalIndexes: hasIndex ? ['byYear'] : undefined,
    });
    return { construct: imported, arns: { table: tableArn, ...(stream && { stream: `${tableArn}/stream/2026` }) } };
  }
  const table = new dynamodb.Table(scope, id, { partitionKey, encryptionKey: key, stream });
  if (hasIndex) table.addGlobalSecondaryIndex({ indexName: 'byYear', partitionKey });
  return { construct: table, arns: { table: table.tableArn, ...(stream && { stream: table.tableStreamArn! }) } };
}

function tableV2Of({ origin, scope, key }: Setting, hasIndex: boolean, stream?: dynamodb.StreamViewType): Subject {
  if (origin === 'imported') {
    const tableArn = arn('dynamodb', 'table/imported');
    const imported = dynamodb.TableV2.fromTableAttributes(scope, id, {
      tableArn,
      encryptionKey: key,
      tableStreamArn: stream && `${tableArn}/stream/2026`,
      globalIndexes: hasIndex ? ['byYear'] : undefined,
    });
    return { construct: imported, arns: { table: tableArn, ...(stream && { stream: `${tableArn}/stream/2026` }) } };
  }
  const table = new dynamodb.TableV2(scope, id, {
    partitionKey,
    encryption: key && dynamodb.TableEncryptionV2.customerManagedKey(key),
    dynamoStream: stream,
    globalSecondaryIndexes: hasIndex ? [{ indexName: 'byYear', partitionKey }] : undefined,
  });
  return { construct: table, arns: { table: table.tableArn, ...(stream && { stream: table.tableStreamArn! }) } };
}
