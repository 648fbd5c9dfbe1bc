import { App, Stack, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { IsolatedNetwork, NetworkEndpoints, SecureFunction, ServerlessSecurityChecks } from '../../src';
import { named, validationReport } from '../judges/validation-report';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

/** What the gate says of an app. */
function reportOf(app: App, strict: boolean): ReturnType<typeof validationReport> {
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, { strict }));
  return validationReport(app);
}

function appWith(context: Record<string, unknown>, ipProtocol: ec2.IpProtocol): App {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack');
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand(), ipProtocol });
  const fn = new SecureFunction(stack, 'Fn', { ...code, network });
  dynamodb.TableV2.fromTableName(stack, 'Table', 'books').grantReadData(fn);
  const topic = 'arn:aws:sns:eu-west-1:111122223333:books';
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: [topic] }));
  return app;
}

/** What the strict gate wants of every function and log group, in a network or not. */
const ofEveryFunction =
  /^(?:alarm-missing|iam-inline|lambda-code-signing|lambda-dlq|lambda-orphan|lambda-reserved-concurrency|lambda-tags|logs-data-protection) /;

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  describe.each([
    ['IPv4', ec2.IpProtocol.IPV4_ONLY],
    ['dual-stack', ec2.IpProtocol.DUAL_STACK],
  ])('%s', (__, ipProtocol) => {
    test('the gate finds nothing in a network with a function that reaches what it was granted', () => {
      expect(named(reportOf(appWith(context, ipProtocol), false).open)).toEqual([]);
    });

    test('nor does the strict gate, but for what it wants of every function', () => {
      const found = named(reportOf(appWith(context, ipProtocol), true).open);
      expect(found.filter((finding) => !ofEveryFunction.test(finding))).toEqual([]);
    });
  });

  test('what is acknowledged are the answers of gateways, and nothing else', () => {
    const { acknowledged } = reportOf(appWith(context, ec2.IpProtocol.IPV4_ONLY), true);
    expect(named(acknowledged).filter((finding) => finding.includes('Network/'))).toEqual([
      'nacl-open Stack/Network/FunctionsAcl/In200/Resource',
    ]);
  });
});
