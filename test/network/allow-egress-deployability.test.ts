process.env.CDK_VALIDATION = 'true';

import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { IsolatedNetwork, SecureFunction } from '../../src';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

test.each<[string, Record<string, unknown>, object]>([
  ['without feature flags', {}, {}],
  ['with the recommended feature flags, in a region that is known', flags, { env: { region: 'eu-west-1' } }],
])('the template validator of the CDK finds no error in a network with a way out %s', (_, context, props) => {
  const app = new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
  const stack = new Stack(app, 'Stack', props);
  const network = new IsolatedNetwork(stack, 'Network', { ipProtocol: ec2.IpProtocol.DUAL_STACK });
  const payer = new SecureFunction(new Stack(app, 'Functions', props), 'Payer', { ...code, network });
  network.allowEgressTo({ domains: ['api.example.com'], reason: 'payments', functions: [payer] });
  expect(() => app.synth()).not.toThrow();
});
