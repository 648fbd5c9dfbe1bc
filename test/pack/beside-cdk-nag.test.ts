import { App, Stack, Validations, aws_sns as sns } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { publicUrl, synth } from './gated-app';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

function app(nagRules?: string[]): App {
  const made = new App();
  Validations.of(made).addPlugins(new ServerlessSecurityChecks(made), new AwsSolutionsChecks(made));
  const stack = new Stack(made, 'Orders');
  const topic = new sns.Topic(stack, 'Topic');
  publicUrl(topic);
  SecurityExceptions.of(topic).accept({
    rule: 'lambda-url-auth-none',
    reason: 'the partner cannot sign requests, and we check the HMAC',
    owner: 'team-orders',
    nagRules,
  });
  return made;
}

test("cdk-nag's packs run beside the gate, and each judges for itself", () => {
  expect(synth(app()).failed).toBe(true);
});

test('one gesture accepts the finding of the gate and what a pack of cdk-nag says there', () => {
  expect(synth(app(['AwsSolutions-SNS3'])).failed).toBe(false);
});
