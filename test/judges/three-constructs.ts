import { App, Stack, Validations } from 'aws-cdk-lib';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall, SecureApi, SecureBucket, SecureFunction } from '../../src';

/** The context with which every judge looks at the constructs. */
export const flagSets: readonly (readonly [string, Record<string, unknown>])[] = [
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
];

/**
 * The three constructs with default arguments, together in one app.
 */
export function threeConstructs(
  context: Record<string, unknown>,
  plugins: (app: App) => IPolicyValidationPlugin[],
): App {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack');
  const handler = new SecureFunction(stack, 'Function', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
  });
  new SecureBucket(stack, 'Bucket');
  const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() });
  api.root.addMethod('GET', new apigateway.LambdaIntegration(handler));
  Validations.of(app).addPlugins(...plugins(app));
  return app;
}
