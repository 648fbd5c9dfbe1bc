import { App, Stack, Validations } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall } from '../../src/api/api-firewall';
import { PublicAccess } from '../../src/api/public-access';
import { SecureApi } from '../../src/api/secure-api';
import { recordedAcknowledgements } from '../judges/acknowledged-rules';
import { nagPacks } from '../judges/packs';
import { openFindings } from '../judges/validation-report';

/** The open findings about the API, without those about the function behind it, which is not what is judged here. */
function findings(app: App): string[] {
  Validations.of(app).addPlugins(...nagPacks.map((Pack) => new Pack(app)));
  return openFindings(app)
    .filter(({ where }) => !where.some((path) => path.startsWith('Stack/Function')))
    .map(({ rule, where }) => `${rule} ${where.join(' ')}`);
}

/** What the library acknowledges about the API, as `rule place`, with its reason. */
function acknowledged(app: App): Map<string, string> {
  return new Map(
    recordedAcknowledgements(app)
      .filter(({ constructPath }) => constructPath.startsWith('Stack/Api'))
      .map(({ rule, constructPath, reason }) => [`${rule} ${constructPath}`, reason]),
  );
}

interface SetUp {
  readonly app: App;
  readonly api: SecureApi;
  readonly integration: apigateway.Integration;
}

function setUp(context: Record<string, unknown>, waf: ApiFirewall | undefined): SetUp {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack');
  const handler = new lambda.Function(stack, 'Function', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
  });
  const api = new SecureApi(stack, 'Api', { waf });
  return { app, api, integration: new apigateway.LambdaIntegration(handler) };
}

describe.each([
  ['off', {}],
  ['on', flags],
])('with feature flags %s', (_flags, context) => {
  test('an API with default arguments has no open finding in any pack', () => {
    const { app, api, integration } = setUp(context, ApiFirewall.managed());
    api.root.addMethod('GET', integration);
    expect(findings(app)).toEqual([]);
  });

  test('what the library acknowledges are six rules, each on the resource that it is about', () => {
    const { app, api, integration } = setUp(context, ApiFirewall.managed());
    api.root.addMethod('GET', integration);
    expect([...acknowledged(app).keys()].sort()).toEqual([
      'APIGWCacheEnabledAndEncrypted Stack/Api/DeploymentStage.prod/Resource',
      'APIGWSSLEnabled Stack/Api/DeploymentStage.prod/Resource',
      'CognitoUserPoolAPIGWAuthorizer Stack/Api/Default/GET/Resource',
      'IAMNoInlinePolicy Stack/Api/CloudWatchRole/Resource',
      'IAMNoWildcardPermissions Stack/Api/CloudWatchRole/Resource',
      'apigw-metrics Stack/Api/DeploymentStage.prod/Resource',
    ]);
  });

  test('an acknowledgement hides nothing that is added later', () => {
    const { app, api, integration } = setUp(context, ApiFirewall.managed());
    api.root.addMethod('GET', integration);
    const role = api.node.findChild('CloudWatchRole') as iam.Role;
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
    expect(findings(app)).toContain('AwsSolutions-IAM5[Resource::*] Stack/Api/CloudWatchRole/DefaultPolicy/Resource');
  });

  test('a public method is an acknowledged finding with its reason, and no other method is', () => {
    const { app, api, integration } = setUp(context, ApiFirewall.managed());
    api.root.addMethod('GET', integration, { authorizer: PublicAccess.because('a health check without data in it') });
    api.root.addMethod('POST', integration);
    expect(findings(app)).toEqual([]);
    expect(
      recordedAcknowledgements(app)
        .filter(({ id }) => ['apigw-method-auth', 'AwsSolutions-APIG4'].includes(id))
        .map(({ constructPath, reason }) => [constructPath, reason]),
    ).toEqual(Array(2).fill(['Stack/Api/Default/GET/Resource', 'a health check without data in it']));
  });

  test('an API without firewall is an acknowledged finding, and a stage that nobody decided about an open one', () => {
    const { app, api, integration } = setUp(context, ApiFirewall.none('private, only our own VPC gets there'));
    api.root.addMethod('GET', integration);
    expect(findings(app)).toEqual([]);
    expect(acknowledged(app).get('APIGWAssociatedWithWAF Stack/Api/DeploymentStage.prod/Resource')).toBe(
      'private, only our own VPC gets there',
    );

    const undecided = setUp(context, undefined);
    undecided.api.root.addMethod('GET', undecided.integration);
    expect(findings(undecided.app)).toContain('AwsSolutions-APIG3 Stack/Api/DeploymentStage.prod/Resource');
  });
});
