import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Sandbox, SecureBucket, SecureLogGroup, ServerlessSecurityChecks } from '../../src';

interface Report {
  readonly pluginReports: { readonly pluginName: string; readonly violations?: { readonly ruleName: string }[] }[];
}

/** The rules that stay open, warnings included. */
function findings(context: Record<string, unknown>, make: (stack: Stack) => void): string[] {
  const app = new App({ context });
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  make(new Stack(app, 'Stack'));
  app.synth();
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap(({ violations = [] }) =>
    violations.map(({ ruleName }) => ruleName.replace(/\[.*/, '')),
  );
}

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  test('a bucket, its key, its log bucket and a log group have no finding of our own gate, not even a warning', () => {
    expect(
      findings(context, (stack) => {
        new SecureBucket(stack, 'Bucket');
        new SecureLogGroup(stack, 'Logs');
      }),
    ).toEqual([]);
  });

  test('neither has the helper that puts notifications on the bucket', () => {
    expect(findings(context, (stack) => new SecureBucket(stack, 'Bucket').enableEventBridgeNotification())).toEqual([]);
  });

  test('neither has a sandbox, which says that its data goes with it', () => {
    expect(
      findings(context, (stack) => {
        Sandbox.enable(stack);
        new SecureBucket(stack, 'Bucket');
      }),
    ).toEqual([]);
  });

  test('what is acknowledged on the helpers is still found on what the user adds', () => {
    const own = (stack: Stack) =>
      new lambda.Function(stack, 'Function', {
        runtime: lambda.Runtime.NODEJS_22_X,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
      });
    const alone = findings(context, own);
    expect(alone).toContain('lambda-tracing');
    expect(
      findings(context, (stack) => {
        new SecureBucket(stack, 'Bucket').enableEventBridgeNotification();
        own(stack);
      }),
    ).toEqual(alone);
  });
});
