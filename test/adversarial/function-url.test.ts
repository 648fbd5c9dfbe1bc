import { App, CfnResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../src';

const everyPage = { cors: { allowedOrigins: ['*'] } };
const ownPage = { cors: { allowedOrigins: ['https://www.example.com'] } };
const signed = { authType: lambda.FunctionUrlAuthType.AWS_IAM };

const ways: [string, (fn: SecureFunction, cors: lambda.FunctionUrlOptions) => unknown][] = [
  ['an alias', (fn, cors) => fn.addAlias('live').addFunctionUrl({ ...signed, ...cors })],
  [
    'an alias made beside it',
    (fn, cors) =>
      new lambda.Alias(fn.stack, 'Alias', { aliasName: 'live', version: fn.currentVersion }).addFunctionUrl({
        ...signed,
        ...cors,
      }),
  ],
  [
    'a URL that stands by itself',
    (fn, cors) => new lambda.FunctionUrl(fn.stack, 'Url', { function: fn, ...signed, ...cors }),
  ],
  [
    'an L1',
    (fn, { cors }) =>
      new lambda.CfnUrl(fn.stack, 'Url', {
        targetFunctionArn: fn.functionArn,
        authType: 'AWS_IAM',
        cors: { allowOrigins: cors!.allowedOrigins },
      }),
  ],
  [
    'an untyped resource',
    (fn, { cors }) =>
      new CfnResource(fn.stack, 'Url', {
        type: 'AWS::Lambda::Url',
        properties: {
          TargetFunctionArn: fn.functionArn,
          AuthType: 'AWS_IAM',
          Cors: { AllowOrigins: cors!.allowedOrigins },
        },
      }),
  ],
];

function synthesized(way: (fn: SecureFunction, cors: lambda.FunctionUrlOptions) => unknown, cors: typeof everyPage) {
  const app = new App();
  const fn = new SecureFunction(new Stack(app, 'Stack'), 'Function', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {}'),
  });
  way(fn, cors);
  return () => app.synth();
}

test.each(ways)(
  '%s does not open the answers of a function to every page, because it does not ask the function',
  (_, way) => {
    expect(synthesized(way, everyPage)).toThrow(/'Cors.AllowOrigins' of '.*' is .*list the origins of your pages/);
  },
);

test.each(ways)('%s may name the pages, so that the above can fail', (_, way) => {
  expect(synthesized(way, ownPage)).not.toThrow();
});
