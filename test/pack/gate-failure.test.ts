import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { ServerlessSecurityChecks } from '../../src';

jest.mock('../../src/rules', () => ({
  ...(jest.requireActual('../../src/rules') as object),
  evaluate: () => {
    throw new Error('a template that nobody thought of');
  },
}));

test('a gate that breaks down fails the synthesis, because an app must not pass when nobody looked', () => {
  const app = new App();
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  new CfnResource(new Stack(app, 'Stack'), 'Queue', { type: 'AWS::SQS::Queue' });
  expect(() => app.synth()).toThrow(/nothing counts as checked: a template that nobody thought of/);
});
