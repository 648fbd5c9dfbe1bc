import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { IsolatedNetwork, NetworkEndpoints, SecureBucket, SecureFunction, ServerlessSecurityChecks } from '../../src';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

interface PluginReport {
  readonly violations: readonly {
    readonly ruleName: string;
    readonly violatingConstructs: readonly { readonly constructPath?: string }[];
  }[];
}

/** `<rule> <construct path>` of what the strict gate finds. */
function findingsOf(app: App): string[] {
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, { strict: true }));
  try {
    app.synth();
  } catch {
    // What fails is in the report.
  }
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: PluginReport[];
  };
  return pluginReports
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath ?? ''}`),
    );
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  test.each([
    ['IPv4', ec2.IpProtocol.IPV4_ONLY],
    ['dual-stack', ec2.IpProtocol.DUAL_STACK],
  ])(
    'the strict gate finds nothing in a network with a function that reaches what it was granted, %s',
    (__, ipProtocol) => {
      const app = new App({ context });
      const stack = new Stack(app, 'Stack');
      const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand(), ipProtocol });
      const fn = new SecureFunction(stack, 'Fn', { ...code, network, reservedConcurrentExecutions: 5 });
      dynamodb.TableV2.fromTableName(stack, 'Table', 'books').grantReadData(fn);
      new SecureBucket(stack, 'Bucket').grantRead(fn);
      expect(findingsOf(app)).toEqual([]);
    },
  );
});
