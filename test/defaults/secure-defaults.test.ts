import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiFirewall, SecureApi, SecureBucket, SecureDefaults, SecureFunction } from '../../src';

const handler = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
};

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, any>;
}

function resources(build: (stack: Stack) => void, apply: (app: App) => void): Record<string, Resource> {
  const app = new App();
  apply(app);
  const stack = new Stack(app, 'Stack');
  build(stack);
  return app.synth().getStackByName('Stack').template.Resources;
}

function rawApp(stack: Stack): void {
  new s3.Bucket(stack, 'Bucket');
  const fn = new lambda.Function(stack, 'Function', handler);
  new apigateway.RestApi(stack, 'Api').root.addMethod('GET', new apigateway.LambdaIntegration(fn));
}

function secureApp(stack: Stack): void {
  new SecureBucket(stack, 'Bucket');
  const fn = new SecureFunction(stack, 'Function', handler);
  new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() }).root.addMethod(
    'GET',
    new apigateway.LambdaIntegration(fn),
  );
}

const only = (all: Record<string, Resource>, type: string) => Object.values(all).filter(({ Type }) => Type === type);

test('one line gives raw constructs the defaults, because an app does not change every class in a day', () => {
  const all = resources(rawApp, SecureDefaults.apply);
  expect(only(all, 'AWS::Lambda::Function')[0].Properties).toMatchObject({ TracingConfig: { Mode: 'Active' } });
  expect(only(all, 'AWS::Lambda::Function')[0].Properties.KmsKeyArn).toBeDefined();
  expect(only(all, 'AWS::ApiGateway::Method')[0].Properties).toMatchObject({ AuthorizationType: 'AWS_IAM' });
  for (const bucket of only(all, 'AWS::S3::Bucket')) {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  }
});

test('our own constructs come out the same with it and without, because they need no injection', () => {
  expect(resources(secureApp, SecureDefaults.apply)).toEqual(resources(secureApp, () => undefined));
});

test('applying it twice, and on a stack too, is the same as once', () => {
  const twice = resources(
    (stack) => {
      SecureDefaults.apply(stack);
      rawApp(stack);
    },
    (app) => {
      SecureDefaults.apply(app);
      SecureDefaults.apply(app);
    },
  );
  expect(twice).toEqual(resources(rawApp, SecureDefaults.apply));
});

test('what a raw construct was told stays as it was told, because the gate judges it and nothing changes in silence', () => {
  const all = resources(
    (stack) => new lambda.Function(stack, 'Function', { ...handler, tracing: lambda.Tracing.DISABLED }),
    SecureDefaults.apply,
  );
  expect(only(all, 'AWS::Lambda::Function')[0].Properties.TracingConfig).toBeUndefined();
});
