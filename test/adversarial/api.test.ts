import {
  App,
  Aspects,
  CfnCondition,
  CfnParameter,
  CfnResource,
  Fn,
  PropertyInjectors,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import type { SecureApiProps } from '../../src';
import { ApiFirewall, PublicAccess, SecureApi } from '../../src';

const { AuthorizationType, MethodLoggingLevel } = apigateway;

/** A whole API, with everything that could be loosened. */
class Target {
  public readonly app = new App();
  public readonly stack = new Stack(this.app, 'Stack');
  public readonly integration: apigateway.LambdaIntegration;
  public readonly api: SecureApi;
  public readonly method: apigateway.Method;

  constructor(props: SecureApiProps = {}, prepare: (app: App) => void = () => {}) {
    prepare(this.app);
    this.integration = new apigateway.LambdaIntegration(
      new lambda.Function(this.stack, 'Function', {
        runtime: lambda.Runtime.NODEJS_22_X,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
      }),
    );
    this.api = new SecureApi(this.stack, 'Api', {
      waf: ApiFirewall.managed(),
      defaultCorsPreflightOptions: { allowOrigins: ['https://www.example.com'] },
      ...props,
    });
    this.method = this.api.root.addMethod('POST', this.integration, {
      requestModels: { 'application/json': this.api.addModel('Model', { schema: {} }) },
    });
  }

  public resource(path: string): CfnResource {
    const found = path.split('/').reduce<IConstruct>((node, id) => node.node.findChild(id), this.api);
    return found as CfnResource;
  }
}

const certificate = (stack: Stack): acm.ICertificate =>
  acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/1');

const everybody = (): iam.PolicyStatement =>
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['execute-api:Invoke'],
    resources: ['execute-api:/*'],
  });

const anyOrigin = { allowOrigins: apigateway.Cors.ALL_ORIGINS };

test('the API that everything below tries to loosen synthesizes', () => {
  expect(() => new Target().app.synth()).not.toThrow();
});

describe('what the props would loosen is refused at the line', () => {
  const props: [string, (stack: Stack) => SecureApiProps, RegExp][] = [
    ['bodies in the log', () => ({ deployOptions: { dataTraceEnabled: true } }), /dataTraceEnabled: true/],
    [
      'bodies of one method in the log',
      () => ({ deployOptions: { methodOptions: { '/books/GET': { dataTraceEnabled: true } } } }),
      /methodOptions\['\/books\/GET'\]/,
    ],
    ['no execution log', () => ({ deployOptions: { loggingLevel: MethodLoggingLevel.OFF } }), /loggingLevel: OFF/],
    ['no limit', () => ({ deployOptions: { throttlingRateLimit: -1 } }), /throttlingRateLimit: -1/],
    ['no limit at once', () => ({ deployOptions: { throttlingBurstLimit: -1 } }), /throttlingBurstLimit: -1/],
    ['an unencrypted cache', () => ({ deployOptions: { cacheDataEncrypted: false } }), /cacheDataEncrypted: false/],
    ...[
      apigateway.AccessLogFormat.clf(),
      apigateway.AccessLogFormat.custom('$context.requestId $context.status'),
      apigateway.AccessLogFormat.custom('{"id":"$context.requestId","who":"$context.authorizer.claims.email"}'),
      apigateway.AccessLogFormat.custom('{"id":"$context.requestId","key":"$context.identity.apiKey"}'),
      apigateway.AccessLogFormat.custom('{"id":"$context.requestId","why":"$context.error.message"}'),
    ].map((accessLogFormat): [string, (stack: Stack) => SecureApiProps, RegExp] => [
      `the access log format ${accessLogFormat.toString()}`,
      () => ({ deployOptions: { accessLogFormat } }),
      /is not JSON|writes down/,
    ]),
    ['CORS for everybody', () => ({ defaultCorsPreflightOptions: anyOrigin }), /origin '\*'/],
    ['CORS for sandboxed frames', () => ({ defaultCorsPreflightOptions: { allowOrigins: ['null'] } }), /origin 'null'/],
    [
      'no authorization',
      () => ({ defaultMethodOptions: { authorizationType: AuthorizationType.NONE } }),
      /defaultMethodOptions\.authorizationType: NONE/,
    ],
    [
      'a public API',
      () => ({ defaultMethodOptions: { authorizer: PublicAccess.because('everybody may') } }),
      /'PublicAccess' in 'defaultMethodOptions'/,
    ],
    [
      'a resource policy for everybody',
      () => ({ policy: new iam.PolicyDocument({ statements: [everybody()] }) }),
      /resource policy that allows/,
    ],
    [
      'a resource policy for everybody from everywhere',
      () => {
        const statement = everybody();
        statement.addCondition('IpAddress', { 'aws:SourceIp': '0.0.0.0/0' });
        return { policy: new iam.PolicyDocument({ statements: [statement] }) };
      },
      /resource policy that allows/,
    ],
    [
      'TLS 1.0',
      (stack) => ({
        domainName: {
          domainName: 'api.example.com',
          certificate: certificate(stack),
          securityPolicy: apigateway.SecurityPolicy.TLS_1_0,
        },
      }),
      /accepts TLS 1\.0/,
    ],
    [
      'a way past the domain',
      (stack) => ({
        domainName: { domainName: 'api.example.com', certificate: certificate(stack) },
        disableExecuteApiEndpoint: false,
      }),
      /leaves a way past 'domainName'/,
    ],
    [
      'methods of another API',
      (stack) => ({ cloneFrom: apigateway.RestApi.fromRestApiId(stack, 'Other', 'abc123') }),
      /'cloneFrom' copies methods/,
    ],
    ['no log role', () => ({ cloudWatchRole: false }), /'cloudWatchRole: false'.*alreadyConfigured/],
    [
      'a log role that goes with the stack',
      () => ({ cloudWatchRoleRemovalPolicy: RemovalPolicy.DESTROY }),
      /ends the logs of every API/,
    ],
  ];

  test.each(props)('%s', (_what, make, message) => {
    const stack = new Stack(new App(), 'Stack');
    expect(() => new SecureApi(stack, 'Api', make(stack))).toThrow(message);
    expect(stack.node.tryFindChild('Api')).toBeUndefined();
  });

  test('all of it in one error, so that nobody learns of the second after mending the first', () => {
    const stack = new Stack(new App(), 'Stack');
    const make = (): SecureApi =>
      new SecureApi(stack, 'Api', {
        deployOptions: { dataTraceEnabled: true, loggingLevel: MethodLoggingLevel.OFF },
        defaultCorsPreflightOptions: anyOrigin,
      });
    expect(make).toThrow(/Stack\/Api:\n- .*origin '\*'.*\n- .*dataTraceEnabled.*\n- .*loggingLevel/);
  });

  test('an explicit undefined erases nothing', () => {
    const target = new Target({
      deploy: undefined,
      deployOptions: {
        accessLogFormat: undefined,
        accessLogDestination: undefined,
        dataTraceEnabled: undefined,
        loggingLevel: undefined,
        metricsEnabled: undefined,
        throttlingBurstLimit: undefined,
        throttlingRateLimit: undefined,
        tracingEnabled: undefined,
        methodOptions: { '/books/GET': { loggingLevel: undefined, throttlingRateLimit: undefined } },
      },
      defaultMethodOptions: { authorizationType: undefined, authorizer: undefined, requestValidator: undefined },
      policy: undefined,
      cloudWatchRole: undefined,
      logRole: undefined,
      usagePlan: undefined,
      disableExecuteApiEndpoint: undefined,
    });
    const { template } = target.app.synth().getStackByName('Stack');
    const [stage] = Object.values<any>(template.Resources).filter(({ Type }) => Type === 'AWS::ApiGateway::Stage');
    expect(stage.Properties.TracingEnabled).toBe(true);
    expect(stage.Properties.MethodSettings).toHaveLength(2);
    for (const setting of stage.Properties.MethodSettings) {
      expect(setting).toMatchObject({
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        ThrottlingRateLimit: 100,
        ThrottlingBurstLimit: 200,
      });
    }
  });
});

describe('what a later call would loosen is refused at the line', () => {
  const none = { authorizationType: AuthorizationType.NONE };
  const calls: [string, (target: Target) => unknown, RegExp][] = [
    [
      'a method without authorization',
      ({ api, integration }) => api.root.addMethod('GET', integration, none),
      /lets anybody call GET/,
    ],
    [
      'an API key instead of authorization',
      ({ api, integration }) => api.root.addMethod('GET', integration, { ...none, apiKeyRequired: true }),
      /lets anybody call GET/,
    ],
    [
      'a method made by hand',
      ({ api, integration }) =>
        new apigateway.Method(api, 'Get', { resource: api.root, httpMethod: 'GET', integration, options: none }),
      /lets anybody call GET/,
    ],
    [
      'an authorizer without type',
      ({ api, integration }) => api.root.addMethod('GET', integration, { authorizer: { authorizerId: 'abc123' } }),
      /lets anybody call GET/,
    ],
    [
      'a resource without authorization',
      ({ api, integration }) =>
        api.root.addResource('books', { defaultMethodOptions: none }).addMethod('GET', integration),
      /NONE/,
    ],
    [
      'a resource whose default is erased',
      ({ api, integration }) =>
        api.root
          .addResource('books', { defaultMethodOptions: { authorizer: undefined } })
          .addMethod('GET', integration),
      /lets anybody call GET/,
    ],
    [
      'a proxy without authorization',
      ({ api, integration }) =>
        api.root.addResource('all').addProxy({ defaultIntegration: integration, defaultMethodOptions: none }),
      /NONE/,
    ],
    [
      'a method on an imported resource, which knows no defaults',
      ({ api, integration, stack }) =>
        apigateway.Resource.fromResourceAttributes(stack, 'Books', {
          restApi: api,
          resourceId: 'abc123',
          path: '/books',
        }).addMethod('GET', integration),
      /lets anybody call GET.*fromResourceAttributes/,
    ],
    [
      'a preflight that reaches a function',
      ({ api, integration }) =>
        new apigateway.Method(api, 'Preflight', {
          resource: api.root,
          httpMethod: 'OPTIONS',
          integration,
          options: none,
        }),
      /lets anybody call OPTIONS/,
    ],
    [
      'CORS for everybody on one resource',
      ({ api }) => api.root.addResource('books', { defaultCorsPreflightOptions: anyOrigin }),
      /Access-Control-Allow-Origin: '\*'/,
    ],
    [
      'CORS for whoever asks, written by hand',
      ({ api }) =>
        api.root.resourceForPath('/books').addMethod(
          'GET',
          new apigateway.MockIntegration({
            integrationResponses: [
              {
                statusCode: '200',
                responseParameters: {
                  'method.response.header.Access-Control-Allow-Origin': 'integration.request.header.Origin',
                },
              },
            ],
          }),
        ),
      /Access-Control-Allow-Origin/,
    ],
    ...['$input.params("Origin")', '"*"', "'*'"].map((origin): [string, (target: Target) => unknown, RegExp] => [
      `CORS for whoever asks, by a template that answers ${origin}`,
      ({ api }) =>
        api.root.resourceForPath('/books').addMethod(
          'GET',
          new apigateway.MockIntegration({
            integrationResponses: [
              {
                statusCode: '200',
                responseTemplates: {
                  'application/json': `#set($context.responseOverride.header.Access-Control-Allow-Origin = ${origin})`,
                },
              },
            ],
          }),
        ),
      /Access-Control-Allow-Origin/,
    ]),
    [
      'a method that validates nothing',
      ({ api, integration }) =>
        api.root.addMethod('GET', integration, { requestValidatorOptions: { validateRequestBody: false } }),
      /validateRequestBody: false/,
    ],
    [
      'a validator that leaves out parameters',
      ({ api }) => api.addRequestValidator('Weak', { validateRequestParameters: false }),
      /validateRequestParameters: false/,
    ],
    [
      'a stage that logs bodies',
      ({ api, stack }) =>
        new apigateway.Stage(stack, 'Beta', { deployment: api.latestDeployment!, dataTraceEnabled: true }),
      /Stack\/Beta.*dataTraceEnabled: true/,
    ],
    [
      'a stage that logs tokens',
      ({ api, stack }) =>
        new apigateway.Stage(stack, 'Beta', {
          deployment: api.latestDeployment!,
          accessLogDestination: {
            bind: () => ({ destinationArn: 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/x' }),
          },
          accessLogFormat: apigateway.AccessLogFormat.custom('{"id":"$context.requestId","a":"$context.authorizer.x"}'),
        }),
      /writes down/,
    ],
    [
      'a deployment that makes a stage',
      ({ api, stack }) => new apigateway.Deployment(stack, 'Hidden', { api, stageName: 'beta' }),
      /'stageName: beta' makes a stage without limits/,
    ],
    [
      'a domain with TLS 1.0',
      ({ api, stack }) =>
        api.addDomainName('Domain', {
          domainName: 'api.example.com',
          certificate: certificate(stack),
          securityPolicy: apigateway.SecurityPolicy.TLS_1_0,
        }),
      /accepts TLS 1\.0/,
    ],
    ['an API key in the code', ({ api }) => api.addApiKey('Key', { value: 'a'.repeat(20) }), /writes the key/],
    ['everybody in the resource policy', ({ api }) => api.addToResourcePolicy(everybody()), /resource policy/],
    ...[
      '$context.error.validationErrorString',
      '$context.error.messageString',
      '$context.authorizer.x',
      '$input.body',
    ].map((variable): [string, (target: Target) => unknown, RegExp] => [
      `an error response with ${variable}`,
      ({ api }) =>
        api.addGatewayResponse('Mine', {
          type: apigateway.ResponseType.BAD_REQUEST_BODY,
          templates: { 'application/json': `{"message":"${variable}"}` },
        }),
      /tells the caller about the inside/,
    ]),
    [
      'an error response for every web page',
      ({ api }) =>
        api.addGatewayResponse('Mine', {
          type: apigateway.ResponseType.DEFAULT_4XX,
          responseHeaders: { 'Access-Control-Allow-Origin': "'*'" },
        }),
      /lets every web page read/,
    ],
  ];

  test.each(calls)('%s', (_what, call, message) => {
    const target = new Target();
    expect(() => call(target)).toThrow(message);
  });
});

describe('what is loosened past the construct fails synthesis', () => {
  const open = [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }];
  const ways: [string, (target: Target) => unknown, RegExp][] = [
    [
      'authorization overridden',
      ({ method }) => cfn(method).addPropertyOverride('AuthorizationType', 'NONE'),
      /AuthorizationType.*apigw-method-auth/,
    ],
    [
      'authorization deleted',
      ({ method }) => cfn(method).addPropertyDeletionOverride('AuthorizationType'),
      /AuthorizationType.*changed to nothing/,
    ],
    [
      'authorization set on the L1',
      ({ method }) => Object.assign(cfn(method), { authorizationType: 'NONE' }),
      /apigw-method-auth/,
    ],
    [
      'authorization overridden by its whole path',
      ({ method }) => cfn(method).addOverride('Properties.AuthorizationType', 'NONE'),
      /apigw-method-auth/,
    ],
    [
      'validation taken from a method',
      ({ method }) => cfn(method).addPropertyDeletionOverride('RequestValidatorId'),
      /RequestValidatorId/,
    ],
    [
      'the model for other content types taken away',
      ({ method }) => cfn(method).addPropertyDeletionOverride('RequestModels.$default'),
      /RequestModels/,
    ],
    [
      'validation switched off',
      (target) => target.resource('RequestValidator/Resource').addPropertyOverride('ValidateRequestBody', false),
      /ValidateRequestBody/,
    ],
    ['the validator removed', ({ api }) => api.node.tryRemoveChild('RequestValidator'), /removed|RequestValidator/],
    [
      'a preflight that becomes a public way to the backend',
      (target) => target.resource('Default/OPTIONS/Resource').addPropertyOverride('Integration.Type', 'HTTP_PROXY'),
      /'Integration' of/,
    ],
    [
      'a preflight whose integration is replaced',
      (target) =>
        Object.assign(target.resource('Default/OPTIONS/Resource'), {
          integration: { type: 'HTTP_PROXY', uri: 'https://example.com', integrationHttpMethod: 'GET' },
        }),
      /'Integration' of/,
    ],
    [
      'CORS opened in the preflight',
      (target) =>
        target
          .resource('Default/OPTIONS/Resource')
          .addPropertyOverride('Integration.IntegrationResponses.0.ResponseParameters', {
            'method.response.header.Access-Control-Allow-Origin': "'*'",
          }),
      /apigw-cors-wildcard/,
    ],
    [
      'bodies logged',
      (target) => stageOf(target).addPropertyOverride('MethodSettings.0.DataTraceEnabled', true),
      /apigw-data-trace/,
    ],
    [
      'the execution log off',
      (target) => stageOf(target).addPropertyOverride('MethodSettings.0.LoggingLevel', 'OFF'),
      /apigw-exec-log/,
    ],
    [
      'limits deleted',
      (target) => stageOf(target).addPropertyDeletionOverride('MethodSettings.0.ThrottlingRateLimit'),
      /apigw-throttling/,
    ],
    [
      'limits lifted',
      (target) => stageOf(target).addPropertyOverride('MethodSettings.0.ThrottlingBurstLimit', -1),
      /apigw-throttling/,
    ],
    [
      'all settings deleted',
      (target) => stageOf(target).addPropertyDeletionOverride('MethodSettings'),
      /MethodSettings/,
    ],
    [
      'a setting for one method that undoes the rest',
      (target) =>
        stageOf(target).addPropertyOverride('MethodSettings.1', {
          HttpMethod: 'POST',
          ResourcePath: '/',
          LoggingLevel: 'OFF',
        }),
      /MethodSettings/,
    ],
    [
      'the access log deleted',
      (target) => stageOf(target).addPropertyDeletionOverride('AccessLogSetting'),
      /apigw-access-log/,
    ],
    [
      'tokens in the access log',
      (target) => stageOf(target).addPropertyOverride('AccessLogSetting.Format', '{"a":"$context.authorizer.token"}'),
      /apigw-log-sensitive/,
    ],
    ['the access log removed', ({ api }) => api.node.tryRemoveChild('AccessLog'), /AccessLog/],
    [
      'the resource policy opened',
      (target) => target.resource('Resource').addPropertyOverride('Policy', { Statement: open }),
      /apigw-resource-policy/,
    ],
    ...['Body', 'BodyS3Location', 'CloneFrom'].map((property): [string, (target: Target) => unknown, RegExp] => [
      `methods that come from '${property}', where nobody sees their authorization`,
      (target) => target.resource('Resource').addPropertyOverride(property, { openapi: '3.0.1' }),
      /define the methods with `addMethod`/,
    ]),
    [
      'an API made private without a policy',
      (target) => target.resource('Resource').addPropertyOverride('EndpointConfiguration.Types', ['PRIVATE']),
      /private API is open to every VPC/,
    ],
    [
      'a way past the domain',
      (target) => {
        target.api.addDomainName('Domain', { domainName: 'api.example.com', certificate: certificate(target.stack) });
        target.resource('Resource').addPropertyOverride('DisableExecuteApiEndpoint', false);
      },
      /apigw-default-endpoint/,
    ],
    ...(['TLS_1_0', undefined] as const).map((policy): [string, (target: Target) => unknown, RegExp] => [
      `TLS 1.0 for the API itself, by the security policy ${policy}`,
      (target) => target.resource('Resource').addPropertyOverride('SecurityPolicy', policy),
      /apigw-domain-tls/,
    ]),
    [
      'an old TLS on the domain',
      (target) => {
        const domain = target.api.addDomainName('Domain', {
          domainName: 'api.example.com',
          certificate: certificate(target.stack),
        });
        cfn(domain).addPropertyOverride('SecurityPolicy', 'TLS_1_0');
      },
      /apigw-domain-tls/,
    ],
    [
      'the firewall taken from the stage',
      (target) => target.resource('DeploymentStage.prod').node.tryRemoveChild('Firewall'),
      /Firewall.*was removed/,
    ],
    [
      'the firewall put before something else',
      (target) =>
        target.resource('DeploymentStage.prod/Firewall').addPropertyOverride('ResourceArn', 'arn:aws:apigateway:x'),
      /apigw-waf/,
    ],
    [
      'the firewall made to count only',
      (target) => target.resource('Firewall').addPropertyOverride('Rules.0.Action', { Count: {} }),
      /apigw-waf/,
    ],
    [
      'the firewall without rules',
      (target) => target.resource('Firewall').addPropertyOverride('Rules', []),
      /apigw-waf/,
    ],
    [
      'credentials in the firewall’s log',
      (target) => target.resource('FirewallLogging').addPropertyDeletionOverride('RedactedFields'),
      /apigw-log-sensitive/,
    ],
    ['no log of the firewall', ({ api }) => api.node.tryRemoveChild('FirewallLogging'), /FirewallLogging.*was removed/],
    [
      'the firewall made conditional',
      (target) => {
        const never = new CfnCondition(target.stack, 'Never', { expression: Fn.conditionEquals('1', '2') });
        target.resource('DeploymentStage.prod/Firewall').cfnOptions.condition = never;
      },
      /made conditional/,
    ],
    [
      'an error response that quotes the inside',
      (target) =>
        target.resource('FallbackDEFAULT_4XX').addPropertyOverride('ResponseTemplates', {
          'application/json': '{"message":$context.error.messageString}',
        }),
      /apigw-verbose-errors/,
    ],
    ['no error response', ({ api }) => api.node.tryRemoveChild('FallbackDEFAULT_5XX'), /'DEFAULT_5XX' has no template/],
    [
      'an error response of its own without a template',
      ({ api, stack }) =>
        new apigateway.GatewayResponse(stack, 'Mine', { restApi: api, type: apigateway.ResponseType.DEFAULT_4XX }),
      /'DEFAULT_4XX' has no template/,
    ],
    [
      'a log role that may do more',
      (target) =>
        target
          .resource('CloudWatchRole/Resource')
          .addPropertyOverride('Policies.0.PolicyDocument.Statement.0.Action', '*'),
      /'Policies' of/,
    ],
    [
      'a log role with a managed policy',
      (target) =>
        target
          .resource('CloudWatchRole/Resource')
          .addPropertyOverride('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']),
      /'ManagedPolicyArns' of/,
    ],
    [
      'a log role that goes with the stack',
      (target) => target.resource('CloudWatchRole/Resource').applyRemovalPolicy(RemovalPolicy.DESTROY),
      /'DeletionPolicy' of/,
    ],
    [
      'an L1 method without authorization',
      ({ api, stack }) =>
        new apigateway.CfnMethod(stack, 'Raw', {
          restApiId: api.restApiId,
          resourceId: api.restApiRootResourceId,
          httpMethod: 'DELETE',
          authorizationType: 'NONE',
        }),
      /'AuthorizationType' of 'Stack\/Raw' is 'NONE'|AuthorizationType.*Stack\/Raw.*NONE/,
    ],
    [
      'a method on the API imported by its id, in another stack',
      ({ app, api }) => {
        const other = new Stack(app, 'Other');
        apigateway.RestApi.fromRestApiAttributes(other, 'Imported', {
          restApiId: api.restApiId,
          rootResourceId: api.restApiRootResourceId,
        }).root.addMethod('DELETE', new apigateway.HttpIntegration('https://example.com'));
      },
      /AuthorizationType.*Other\/Imported/,
    ],
    [
      'a method without type and authorization',
      ({ api, stack }) =>
        new CfnResource(stack, 'Raw', {
          type: 'AWS::ApiGateway::Method',
          properties: { RestApiId: api.restApiId, HttpMethod: 'DELETE', AuthorizationType: 'NONE' },
        }),
      /'AuthorizationType' of 'Stack\/Raw'/,
    ],
    [
      'an L1 method that is moved to the API by an override',
      ({ api, stack }) =>
        new apigateway.CfnMethod(stack, 'Raw', {
          restApiId: 'abc123',
          resourceId: api.restApiRootResourceId,
          httpMethod: 'DELETE',
          authorizationType: 'NONE',
        }).addPropertyOverride('RestApiId', { Ref: stack.resolve(cfn(api).logicalId) }),
      /'AuthorizationType' of 'Stack\/Raw'/,
    ],
    [
      'authorization by a parameter',
      ({ method, stack }) => {
        const type = new CfnParameter(stack, 'Type', { default: 'NONE' });
        cfn(method).addPropertyOverride('AuthorizationType', { Ref: type.logicalId });
      },
      /apigw-method-auth/,
    ],
    [
      'another authorizer',
      ({ method }) => cfn(method).addPropertyOverride('AuthorizerId', 'abc123'),
      /'AuthorizerId' of/,
    ],
    ['other scopes', ({ method }) => cfn(method).addPropertyOverride('AuthorizationScopes', ['all']), /Scopes' of/],
    [
      'a preflight for every verb',
      (target) => target.resource('Default/OPTIONS/Resource').addPropertyOverride('HttpMethod', 'ANY'),
      /'HttpMethod' of/,
    ],
    [
      'another validator',
      ({ method }) => cfn(method).addPropertyOverride('RequestValidatorId', 'abc123'),
      /'RequestValidatorId' of/,
    ],
    ['the models', ({ method }) => cfn(method).addPropertyDeletionOverride('RequestModels'), /'RequestModels' of/],
    [
      'an access log that goes elsewhere',
      (target) =>
        stageOf(target).addPropertyOverride('AccessLogSetting.DestinationArn', 'arn:aws:logs:x:1:log-group:x'),
      /'AccessLogSetting.DestinationArn' of/,
    ],
    [
      'limits lifted by a text',
      (target) => stageOf(target).addPropertyOverride('MethodSettings.0.ThrottlingRateLimit', '-1'),
      /apigw-throttling/,
    ],
    [
      'an error response without type that quotes the inside',
      ({ api, stack }) =>
        new CfnResource(stack, 'Raw', {
          type: 'AWS::ApiGateway::GatewayResponse',
          properties: {
            RestApiId: api.restApiId,
            ResponseType: 'DEFAULT_4XX',
            ResponseTemplates: { 'application/json': '$context.error.message' },
          },
        }),
      /apigw-verbose-errors/,
    ],
    [
      'a rule of the firewall that lets past the others',
      (target) => {
        const firewall = target.resource('Firewall') as wafv2.CfnWebACL;
        const [{ visibilityConfig }] = firewall.rules as wafv2.CfnWebACL.RuleProperty[];
        const statement = { geoMatchStatement: { countryCodes: ['AQ'] } };
        firewall.rules = [
          ...(firewall.rules as wafv2.CfnWebACL.RuleProperty[]).map((rule, index) => ({ ...rule, priority: index })),
          { name: 'AllowAll', priority: -1, action: { allow: {} }, statement, visibilityConfig },
        ];
      },
      /apigw-waf/,
    ],
    [
      'another web ACL on the stage',
      ({ api, stack }) =>
        new wafv2.CfnWebACLAssociation(stack, 'Second', {
          resourceArn: api.deploymentStage.stageArn,
          webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/empty/1',
        }),
      /Second.* and the last one deployed wins/,
    ],
    [
      'a log of the firewall that goes elsewhere',
      (target) =>
        target.resource('FirewallLogging').addPropertyOverride('LogDestinationConfigs', ['arn:aws:s3:::elsewhere']),
      /'LogDestinationConfigs' of/,
    ],
    ['the log group of the firewall', ({ api }) => api.node.tryRemoveChild('FirewallLog'), /FirewallLog.* was removed/],
    [
      'a log role that others assume',
      (target) =>
        (target.api.node.findChild('CloudWatchRole') as iam.Role).assumeRolePolicy!.addStatements(
          new iam.PolicyStatement({
            actions: ['sts:AssumeRole'],
            principals: [new iam.AccountPrincipal('444455556666')],
          }),
        ),
      /'AssumeRolePolicyDocument' of/,
    ],
    [
      'an L1 stage',
      ({ api, stack }) =>
        new apigateway.CfnStage(stack, 'Raw', {
          restApiId: api.restApiId,
          deploymentId: api.latestDeployment!.deploymentId,
          stageName: 'raw',
        }),
      /apigw-throttling/,
    ],
    [
      'an L1 deployment that makes a stage',
      ({ api, stack }) => new apigateway.CfnDeployment(stack, 'Raw', { restApiId: api.restApiId, stageName: 'raw' }),
      /'StageName' of/,
    ],
    [
      'an L1 validator that validates nothing',
      ({ api, stack }) => new apigateway.CfnRequestValidator(stack, 'Raw', { restApiId: api.restApiId }),
      /'ValidateRequestBody' of/,
    ],
    [
      'a validator beside the API that validates nothing',
      ({ api, stack }) => new apigateway.RequestValidator(stack, 'Weak', { restApi: api }),
      /'ValidateRequestBody' of/,
    ],
    [
      'an aspect that comes last',
      ({ app }) =>
        Aspects.of(app).add(
          {
            visit: (node) => {
              if (node instanceof apigateway.CfnMethod) node.addPropertyOverride('AuthorizationType', 'NONE');
            },
          },
          { priority: 100_000 },
        ),
      /apigw-method-auth/,
    ],
    [
      'a mixin',
      ({ method }) =>
        cfn(method).with({
          supports: () => true,
          applyTo: (node: IConstruct) => (node as CfnResource).addPropertyOverride('AuthorizationType', 'NONE'),
        }),
      /apigw-method-auth/,
    ],
  ];

  test.each(ways)('%s', (_what, loosen, message) => {
    const target = new Target();
    loosen(target);
    expect(() => target.app.synth()).toThrow(message);
  });

  test('a policy that was given, and opened afterwards', () => {
    const policy = new iam.PolicyDocument();
    const { app } = new Target({ policy });
    policy.addStatements(everybody());
    expect(() => app.synth()).toThrow(/apigw-resource-policy/);
  });

  test('a private API that names no endpoint, until it does', () => {
    const make = (): Target => new Target({ endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE] } });
    expect(() => make().app.synth()).toThrow(/private API is open to every VPC/);

    const { api, app, stack } = make();
    const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', {
      vpcEndpointId: 'vpce-1234',
      port: 443,
    });
    api.grantInvokeFromVpcEndpointsOnly([endpoint]);
    expect(() => app.synth()).not.toThrow();
  });

  test('a method that is taken away again does not, because there is less to call', () => {
    const target = new Target();
    const other = target.api.root.addResource('books');
    other.addMethod('DELETE', new apigateway.HttpIntegration('https://example.com'));
    other.node.tryRemoveChild('DELETE');
    expect(() => target.app.synth()).not.toThrow();
  });
});

describe('property injectors', () => {
  const inject = (constructUniqueId: string, loosen: object) => (app: App) =>
    PropertyInjectors.of(app).add({
      constructUniqueId,
      inject: (props: object) => ({ ...props, ...loosen }),
    });
  const none = { authorizationType: AuthorizationType.NONE };
  const open = new iam.PolicyDocument({ statements: [everybody()] });

  const injectors: [string, (app: App) => void, RegExp][] = [
    ['public methods', inject(apigateway.Method.PROPERTY_INJECTION_ID, { options: none }), /lets anybody call/],
    [
      'CORS for everybody',
      inject(apigateway.RestApi.PROPERTY_INJECTION_ID, { defaultCorsPreflightOptions: anyOrigin }),
      /Access-Control-Allow-Origin/,
    ],
    [
      'no execution log',
      inject(apigateway.RestApi.PROPERTY_INJECTION_ID, { deployOptions: { loggingLevel: MethodLoggingLevel.OFF } }),
      /apigw-exec-log/,
    ],
    ['an open policy', inject(apigateway.RestApi.PROPERTY_INJECTION_ID, { policy: open }), /apigw-resource-policy/],
    [
      'weak validators',
      inject(apigateway.RequestValidator.PROPERTY_INJECTION_ID, { validateRequestBody: false }),
      /never/,
    ],
    [
      'bodies in the log',
      inject(apigateway.Stage.PROPERTY_INJECTION_ID, { dataTraceEnabled: true, tracingEnabled: undefined }),
      /never/,
    ],
    [
      'no authorization by default',
      inject(apigateway.RestApi.PROPERTY_INJECTION_ID, { defaultMethodOptions: {} }),
      /never/,
    ],
    [
      'a log role that everybody assumes and that may do everything',
      (app) =>
        PropertyInjectors.of(app).add({
          constructUniqueId: iam.Role.PROPERTY_INJECTION_ID,
          inject: (props: object, { id }) =>
            id === 'CloudWatchRole' ? { ...props, assumedBy: new iam.AnyPrincipal(), inlinePolicies: {} } : props,
        }),
      /never/,
    ],
    ['a log role of the L2', inject(apigateway.RestApi.PROPERTY_INJECTION_ID, { cloudWatchRole: true }), /never/],
  ];

  test.each(injectors)('with %s are set back, or refused', (_what, prepare, message) => {
    const synthesized = (): Record<string, any> =>
      new Target({}, prepare).app.synth().getStackByName('Stack').template.Resources;
    if (message.source !== 'never') {
      expect(synthesized).toThrow(message);
      return;
    }
    const raw = new Target().app.synth().getStackByName('Stack').template.Resources;
    const secure = (resources: Record<string, any>): unknown[] =>
      Object.values(resources)
        .filter(({ Type }) => /Stage$|Validator$|Method$|Role$/.test(Type))
        .map(({ Type, Properties }) => {
          const { DeploymentId, ...rest } = Properties;
          return [Type, rest];
        });
    expect(secure(synthesized())).toEqual(secure(raw));
  });
});

function cfn(construct: IConstruct): CfnResource {
  return construct.node.defaultChild as CfnResource;
}

function stageOf(target: Target): CfnResource {
  return target.resource('DeploymentStage.prod/Resource');
}
