import { App, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Sandbox } from '../../src';

test('without a word nothing is a sandbox', () => {
  expect(Sandbox.isEnabled(new Stack(new App(), 'Stack'))).toBe(false);
});

test.each<[string, () => Stack]>([
  [
    'the app',
    () => {
      const app = new App();
      Sandbox.enable(app);
      return new Stack(app, 'Stack');
    },
  ],
  [
    'a stage',
    () => {
      const stage = new Stage(new App(), 'Stage');
      Sandbox.enable(stage);
      return new Stack(stage, 'Stack');
    },
  ],
  [
    'a stack',
    () => {
      const stack = new Stack(new App(), 'Stack');
      Sandbox.enable(stack);
      return stack;
    },
  ],
  ['the command line', () => new Stack(new App({ context: { 'cdk-secure-serverless:sandbox': 'true' } }), 'Stack')],
])('one setting on %s reaches everything below it', (_, make) => {
  expect(Sandbox.isEnabled(new Construct(make(), 'Deep'))).toBe(true);
});

test('a production stage refuses a sandbox, wherever it was asked for, because data would go with the stack', () => {
  const app = new App({ context: { 'cdk-secure-serverless:sandbox': 'true' } });
  const stage = new Stage(app, 'Production');
  Sandbox.forbid(stage);
  expect(() => Sandbox.isEnabled(new Stack(stage, 'Stack'))).toThrow(
    /Production\/Stack: declared production by 'Sandbox.forbid'/,
  );
  expect(() => Sandbox.enable(stage)).toThrow(/refused/);
});

test('comes too late once something was made, because that would have been made with the other setting', () => {
  const stack = new Stack(new App(), 'Stack');
  new Construct(stack, 'Early');
  expect(() => Sandbox.enable(stack)).toThrow(
    /Stack: 'Sandbox.enable' comes too late, 'Early' was already made: .* first in the constructor/,
  );
});

test('a context value that is neither true nor false is an error, because a typing error must not decide about data', () => {
  const stack = new Stack(new App({ context: { 'cdk-secure-serverless:sandbox': 'yes' } }), 'Stack');
  expect(() => Sandbox.isEnabled(stack)).toThrow(/is 'yes': write 'true' or 'false'/);
});
