import { App, NestedStack, Stack, Validations } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Sandbox, SecureBucket } from '../../src';
import { nagPacks } from '../judges/packs';

function withPacks(context: Record<string, unknown>): App {
  const app = new App({ context });
  Validations.of(app).addPlugins(...nagPacks.map((Pack) => new Pack(app)));
  return app;
}

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  test.each<[string, (stack: Stack) => void]>([
    ['a bucket', (stack) => new SecureBucket(stack, 'Bucket')],
    ['a bucket in a nested stack', (stack) => new SecureBucket(new NestedStack(stack, 'Nested'), 'Bucket')],
    ['a bucket that notifies', (stack) => new SecureBucket(stack, 'Bucket').enableEventBridgeNotification()],
  ])('%s has no open finding of six packs', (__, make) => {
    const app = withPacks(context);
    make(new Stack(app, 'Stack'));
    expect(() => app.synth()).not.toThrow();
  });

  test('neither has one of a sandbox, with the helper that empties it', () => {
    const app = withPacks(context);
    const stack = new Stack(app, 'Stack');
    Sandbox.enable(stack);
    new SecureBucket(stack, 'Bucket');
    expect(() => app.synth()).not.toThrow();
  });
});
