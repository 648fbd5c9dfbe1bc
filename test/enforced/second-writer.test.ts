import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { refuseSecondWriter } from '../../src/enforced/second-writer';

/** A bucket in a construct of its own, whose policy only `Ours` may write. */
function bucketIn(stack: Stack, id = 'Uploads'): CfnResource {
  const bucket = new CfnResource(new Construct(stack, id), 'Resource', { type: 'AWS::S3::Bucket' });
  refuseSecondWriter(bucket, {
    type: 'AWS::S3::BucketPolicy',
    property: 'Bucket',
    isWelcome: (writer) => writer.node.id === 'Ours',
    instead: 'use `addToResourcePolicy`',
  });
  return bucket;
}

function policy(stack: Stack, bucket: CfnResource, id = 'Other'): void {
  new CfnResource(stack, id, { type: 'AWS::S3::BucketPolicy', properties: { Bucket: bucket.ref } });
}

test.each([
  ['an app', (app: App) => app],
  ['a Stage', (app: App) => new Stage(app, 'Production')],
])('in %s a second writer is told at the construct that it writes to, with its path', (_, stageOf) => {
  const stage = stageOf(new App());
  const stack = new Stack(stage, 'Orders');
  const bucket = bucketIn(stack);
  bucketIn(stack, 'Archive');
  policy(new Stack(stage, 'Elsewhere'), bucket);
  policy(stack, bucket, 'Ours');
  const message = messageOf(() => stage.synth());
  expect(message).toContain(
    `[${bucket.node.scope!.node.path}] '${stage.node.path ? 'Production/' : ''}Elsewhere/Other'`,
  );
  expect(message.match(/the last one deployed wins/g)).toHaveLength(1);
  expect(message).not.toContain('[]');
});

test('what was found is forgotten when the app is synthesized again', () => {
  const app = new App();
  const stack = new Stack(app, 'Orders');
  policy(stack, bucketIn(stack));
  expect(messageOf(() => app.synth())).toContain('wins');
  stack.node.tryRemoveChild('Other');
  expect(() => app.synth()).not.toThrow();
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
