import { App, NestedStack, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall, Sandbox, SecureApi, SecureBucket, SecureFunction, SecureKey, SecureLogGroup } from '../../src';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** One of everything that keeps something. */
function everything(context: Record<string, unknown>): Record<string, Resource> {
  const app = new App({ context });
  Sandbox.enable(app);
  const stack = new Stack(app, 'Stack');
  const fn = new SecureFunction(stack, 'Function', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
  });
  new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() }).root.addMethod(
    'GET',
    new apigateway.LambdaIntegration(fn),
  );
  new SecureBucket(stack, 'Bucket').addEventNotification(s3.EventType.OBJECT_CREATED, new LambdaDestination(fn));
  new SecureBucket(stack, 'BucketWithKey', { encryption: s3.BucketEncryption.KMS });
  new SecureLogGroup(stack, 'Logs');
  new SecureKey(stack, 'Key');
  new SecureBucket(new NestedStack(stack, 'Nested'), 'Bucket');
  return (app.synth().getStackByName('Stack').template as { Resources: Record<string, Resource> }).Resources;
}

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('a sandbox, %s', (_, context) => {
  const resources = everything(context);
  const ofType = (type: string) => Object.values(resources).filter(({ Type }) => Type === type);

  test('keeps no resource, because nobody pays for what a pull request left behind', () => {
    const kept = Object.entries(resources).filter(([, { DeletionPolicy = '', UpdateReplacePolicy = '' }]) =>
      /Retain|Snapshot/.test(DeletionPolicy + UpdateReplacePolicy),
    );
    expect(kept.map(([logicalId]) => logicalId)).toEqual([]);
  });

  test('empties every bucket, without which it could not be deleted', () => {
    expect(ofType('Custom::S3AutoDeleteObjects')).toHaveLength(ofType('AWS::S3::Bucket').length);
  });

  test('waits for its keys as short as KMS allows', () => {
    expect(new Set(ofType('AWS::KMS::Key').map(({ Properties }) => Properties.PendingWindowInDays))).toEqual(
      new Set([7]),
    );
  });
});
