import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Sandbox, SecureKey, SecureLogGroup } from '../../src';

const logsAccess = Match.objectLike({
  Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': Match.anyValue() } },
});

test.each([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('is encrypted with the shared key, which lets CloudWatch Logs in, and keeps logs for a year, %s', (_, context) => {
  const stack = new Stack(new App({ context }), 'Stack');
  new SecureLogGroup(stack, 'Logs');
  new SecureLogGroup(stack, 'More');
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::KMS::Key', 1);
  template.allResources('AWS::Logs::LogGroup', {
    Properties: {
      KmsKeyId: stack.resolve(SecureKey.shared(stack).keyArn),
      RetentionInDays: 365,
    },
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
  template.hasResourceProperties('AWS::KMS::Key', { KeyPolicy: { Statement: Match.arrayWith([logsAccess]) } });
});

test('keeps the logical id of the L2, so that a swap is an update in place', () => {
  const idOf = (make: (stack: Stack) => void) => {
    const stack = new Stack(new App(), 'Stack');
    make(stack);
    return Object.keys(Template.fromStack(stack).findResources('AWS::Logs::LogGroup'));
  };
  expect(idOf((stack) => new SecureLogGroup(stack, 'Logs'))).toEqual(idOf((stack) => new logs.LogGroup(stack, 'Logs')));
});

test('a key of the L2 is used as it is and lets CloudWatch Logs in too, because the log group could not be made without', () => {
  const stack = new Stack(new App(), 'Stack');
  const key = new kms.Key(stack, 'Key');
  new SecureLogGroup(stack, 'Logs', { encryptionKey: key });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::KMS::Key', 1);
  template.hasResourceProperties('AWS::KMS::Key', { KeyPolicy: { Statement: Match.arrayWith([logsAccess]) } });
});

test.each([
  ['ten years', logs.RetentionDays.TEN_YEARS, 3653],
  ['for ever', logs.RetentionDays.INFINITE, undefined],
])('logs may be kept %s', (_, retention, written) => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new SecureLogGroup(stack, 'Logs', { retention });
  const [group] = Object.values(Template.fromStack(stack).findResources('AWS::Logs::LogGroup'));
  expect(group.Properties.RetentionInDays).toBe(written);
  expect(() => app.synth()).not.toThrow();
});

test('in a sandbox logs go with the stack and may be kept for a day', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  Sandbox.enable(stack);
  const group = new SecureLogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_DAY });
  group.applyRemovalPolicy(RemovalPolicy.DESTROY);
  Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
    Properties: { RetentionInDays: 1 },
    DeletionPolicy: 'Delete',
  });
});

test('a service may still be let in', () => {
  const app = new App();
  const group = new SecureLogGroup(new Stack(app, 'Stack'), 'Logs');
  group.grantWrite(new iam.ServicePrincipal('es.amazonaws.com'));
  expect(() => app.synth()).not.toThrow();
});
