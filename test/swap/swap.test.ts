import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as identity from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall, Rotation, SecureApi, SecureBucket, SecureFunction, SecureSecret } from '../../src';

interface Classes {
  readonly Function: typeof lambda.Function;
  readonly Bucket: typeof s3.Bucket;
  readonly RestApi: typeof apigateway.RestApi;
  readonly Secret: typeof secretsmanager.Secret;
}

const raw: Classes = {
  Function: lambda.Function,
  Bucket: s3.Bucket,
  RestApi: apigateway.RestApi,
  Secret: secretsmanager.Secret,
};
const secure: Classes = {
  Function: SecureFunction as never,
  Bucket: SecureBucket,
  RestApi: class extends SecureApi {
    constructor(scope: Stack, id: string, props: apigateway.RestApiProps = {}) {
      super(scope, id, { ...props, waf: ApiFirewall.none('the swap is about everything else') });
    }
  } as never,
  Secret: class extends SecureSecret {
    constructor(scope: Stack, id: string, props: secretsmanager.SecretProps = {}) {
      super(scope, id, { ...props, rotation: Rotation.none('the swap is about everything else') });
    }
  } as never,
};

const code = lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })');
const handler = { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code };
const iam = { authorizationType: apigateway.AuthorizationType.IAM };

const apps: Record<string, (stack: Stack, classes: Classes) => void> = {
  'a function alone': (stack, { Function }) => {
    new Function(stack, 'Function', handler);
  },
  'a function with a name, an environment and a role statement of its own': (stack, { Function }) => {
    new Function(stack, 'Function', { ...handler, functionName: 'orders', environment: { TABLE: 'orders' } });
  },
  'a function behind a queue and a rule': (stack, { Function }) => {
    const fn = new Function(stack, 'Function', handler);
    fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue')));
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['orders'] }, targets: [new targets.LambdaFunction(fn)] });
  },
  'a function in a VPC': (stack, { Function }) => {
    const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, restrictDefaultSecurityGroup: false });
    new Function(stack, 'Function', { ...handler, vpc, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } });
  },
  'a function with a dead-letter queue of its own': (stack, { Function }) => {
    new Function(stack, 'Function', { ...handler, deadLetterQueueEnabled: true });
  },
  'a function with a log group of its own': (stack, { Function }) => {
    new Function(stack, 'Function', { ...handler, logGroup: new logs.LogGroup(stack, 'Log') });
  },
  'a function with a version, an alias and an asynchronous configuration': (stack, { Function }) => {
    const fn = new Function(stack, 'Function', { ...handler, retryAttempts: 1 });
    fn.addAlias('live');
  },
  'a bucket alone': (stack, { Bucket }) => {
    new Bucket(stack, 'Bucket');
  },
  'a bucket with a policy and a lifecycle': (stack, { Bucket }) => {
    new Bucket(stack, 'Bucket', {
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ prefix: 'tmp/', expiration: Duration.days(7) }],
    });
  },
  'a bucket with an encryption key of its own': (stack, { Bucket }) => {
    new Bucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS });
  },
  'a bucket with a name and a log bucket of its own': (stack, { Bucket }) => {
    const log = new s3.Bucket(stack, 'Log', { objectOwnership: s3.ObjectOwnership.OBJECT_WRITER });
    new Bucket(stack, 'Bucket', {
      bucketName: 'orders',
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'orders',
    });
  },
  'a bucket that notifies a queue': (stack, { Bucket }) => {
    const bucket = new Bucket(stack, 'Bucket');
    bucket.addEventNotification(
      s3.EventType.OBJECT_CREATED,
      new notifications.SqsDestination(new sqs.Queue(stack, 'Queue')),
    );
  },
  'an API with one method': (stack, { Function, RestApi }) => {
    const api = new RestApi(stack, 'Api');
    api.root.addMethod('GET', new apigateway.LambdaIntegration(new Function(stack, 'Function', handler)), iam);
  },
  'an API with resources, CORS and a usage plan': (stack, { Function, RestApi }) => {
    const api = new RestApi(stack, 'Api', {
      restApiName: 'orders',
      defaultCorsPreflightOptions: { allowOrigins: ['https://example.com'] },
    });
    const orders = api.root.addResource('orders');
    orders.addMethod('GET', new apigateway.LambdaIntegration(new Function(stack, 'Function', handler)), iam);
    api.addUsagePlan('Plan', { apiStages: [{ stage: api.deploymentStage }] });
  },
  'an API with a log role of its own and a regional endpoint': (stack, { Function, RestApi }) => {
    const api = new RestApi(stack, 'Api', {
      cloudWatchRole: true,
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      deployOptions: { stageName: 'live' },
    });
    api.root.addMethod('GET', new apigateway.LambdaIntegration(new Function(stack, 'Function', handler)), iam);
  },
  'an API with a model, a validator and an API key': (stack, { Function, RestApi }) => {
    const api = new RestApi(stack, 'Api');
    const model = api.addModel('Order', { schema: { type: apigateway.JsonSchemaType.OBJECT } });
    const validator = api.addRequestValidator('Validator', { validateRequestBody: true });
    api.addApiKey('Key');
    api.root.addMethod('POST', new apigateway.LambdaIntegration(new Function(stack, 'Function', handler)), {
      ...iam,
      requestModels: { 'application/json': model },
      requestValidator: validator,
    });
  },
  'a secret alone': (stack, { Secret }) => {
    new Secret(stack, 'Secret');
  },
  'a secret with a name, a key and a statement of its own': (stack, { Secret }) => {
    new Secret(stack, 'Secret', {
      secretName: 'orders',
      encryptionKey: new kms.Key(stack, 'Key'),
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: 'orders' }),
        generateStringKey: 'password',
      },
    }).addToResourcePolicy(
      new identity.PolicyStatement({
        principals: [new identity.ArnPrincipal('arn:aws:iam::111122223333:role/reader')],
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['*'],
      }),
    );
  },
  'a secret that a function reads': (stack, { Function, Secret }) => {
    new Secret(stack, 'Secret').grantRead(new Function(stack, 'Function', handler));
  },
  'all three, wired together': (stack, { Function, Bucket, RestApi }) => {
    const bucket = new Bucket(stack, 'Bucket');
    const fn = new Function(stack, 'Function', { ...handler, environment: { BUCKET: bucket.bucketName } });
    bucket.grantRead(fn);
    new RestApi(stack, 'Api').root.addMethod('GET', new apigateway.LambdaIntegration(fn), iam);
  },
};

/**
 * Deployments of an API and versions of a function are snapshots: their ids are hashes of what they hold.
 * A permission for the console's test button is a way in without authorization.
 */
const leavesByDesign = (type: string, properties: Record<string, unknown>): boolean =>
  type === 'AWS::ApiGateway::Deployment' ||
  type === 'AWS::Lambda::Version' ||
  (type === 'AWS::Lambda::Permission' && JSON.stringify(properties.SourceArn).includes('test-invoke-stage'));

function template(build: (stack: Stack, classes: Classes) => void, classes: Classes, context: Record<string, unknown>) {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  build(stack, classes);
  return app.synth().getStackByName('Stack').template;
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags as Record<string, unknown>],
])('%s', (_, context) => {
  test.each(Object.entries(apps))(
    '%s: swapping the class updates in place, because what is deployed holds data',
    (__, build) => {
      const before = template(build, raw, context);
      const after = template(build, secure, context);

      const broken: string[] = [];
      fullDiff(before, after).resources.forEachDifference((id, change) => {
        const old = before.Resources[id];
        if (old === undefined || leavesByDesign(old.Type, old.Properties ?? {})) return;
        if (change.isRemoval) {
          broken.push(`${id} (${old.Type}) leaves the template`);
        } else if (
          change.changeImpact === ResourceImpact.WILL_REPLACE ||
          change.changeImpact === ResourceImpact.MAY_REPLACE
        ) {
          const replacing = Object.entries(change.propertyUpdates).filter(
            ([, update]) => update.changeImpact !== ResourceImpact.WILL_UPDATE,
          );
          broken.push(`${id} (${old.Type}) is replaced: ${JSON.stringify(replacing)}`);
        }
      });
      expect(broken).toEqual([]);
    },
  );
});
