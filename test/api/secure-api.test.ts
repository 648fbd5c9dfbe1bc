import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall } from '../../src/api/api-firewall';
import { ApiLogRole } from '../../src/api/api-log-role';
import { PublicAccess } from '../../src/api/public-access';
import type { SecureApiProps } from '../../src/api/secure-api';
import { SecureApi } from '../../src/api/secure-api';
import { SecureLogGroup } from '../../src/log-group/secure-log-group';
import { Sandbox } from '../../src/sandbox/sandbox';

const { AuthorizationType } = apigateway;

function newStack(context?: Record<string, unknown>): Stack {
  return new Stack(new App({ context }), 'Stack');
}

function newFunction(stack: Stack, id = 'Function'): lambda.Function {
  return new lambda.Function(stack, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
  });
}

function integrationIn(stack: Stack): apigateway.LambdaIntegration {
  return new apigateway.LambdaIntegration(newFunction(stack));
}

function userPoolAuthorizer(stack: Stack): apigateway.IAuthorizer {
  return new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', {
    cognitoUserPools: [new cognito.UserPool(stack, 'Users')],
  });
}

function apiWithGet(props?: SecureApiProps): Template {
  const stack = newStack();
  new SecureApi(stack, 'Api', props).root.addMethod('GET', integrationIn(stack));
  return Template.fromStack(stack);
}

function authorizationOf(template: Template, httpMethod: string): unknown[] {
  return Object.values(
    template.findResources('AWS::ApiGateway::Method', { Properties: { HttpMethod: httpMethod } }),
  ).map(({ Properties }) => Properties.AuthorizationType);
}

describe('authorization', () => {
  const ways: [string, string, (api: SecureApi, stack: Stack) => unknown][] = [
    ['a method that says nothing', 'AWS_IAM', (api, stack) => api.root.addMethod('GET', integrationIn(stack))],
    [
      'a method below other resources',
      'AWS_IAM',
      (api, stack) => api.root.resourceForPath('/books/{id}').addMethod('GET', integrationIn(stack)),
    ],
    [
      'an explicit undefined',
      'AWS_IAM',
      (api, stack) =>
        api.root.addMethod('GET', integrationIn(stack), { authorizationType: undefined, authorizer: undefined }),
    ],
    [
      'IAM that is written down',
      'AWS_IAM',
      (api, stack) => api.root.addMethod('GET', integrationIn(stack), { authorizationType: AuthorizationType.IAM }),
    ],
    [
      'only an authorizer',
      'COGNITO_USER_POOLS',
      (api, stack) => api.root.addMethod('GET', integrationIn(stack), { authorizer: userPoolAuthorizer(stack) }),
    ],
    [
      'only a Lambda authorizer',
      'CUSTOM',
      (api, stack) =>
        api.root.addMethod('GET', integrationIn(stack), {
          authorizer: new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler: newFunction(stack, 'Judge') }),
        }),
    ],
    [
      'an authorizer for a resource and what is below it',
      'COGNITO_USER_POOLS',
      (api, stack) =>
        api.root
          .addResource('books', { defaultMethodOptions: { authorizer: userPoolAuthorizer(stack) } })
          .addResource('{id}')
          .addMethod('GET', integrationIn(stack)),
    ],
    [
      'an authorizer that somebody else made',
      'COGNITO_USER_POOLS',
      (api, stack) =>
        api.root.addMethod('GET', integrationIn(stack), {
          authorizationType: AuthorizationType.COGNITO,
          authorizer: { authorizerId: 'abc123' },
        }),
    ],
    [
      'IAM on a resource that was imported',
      'AWS_IAM',
      (api, stack) =>
        apigateway.Resource.fromResourceAttributes(stack, 'Imported', {
          restApi: api,
          resourceId: 'abc123',
          path: '/books',
        }).addMethod('GET', integrationIn(stack), { authorizationType: AuthorizationType.IAM }),
    ],
  ];

  test.each(ways)('%s is authorized by %s', (_way, type, add) => {
    const stack = newStack();
    add(new SecureApi(stack, 'Api'), stack);
    expect(authorizationOf(Template.fromStack(stack), 'GET')).toEqual([type]);
  });

  test('a proxy for everything is authorized, because it is the widest door', () => {
    const stack = newStack();
    new SecureApi(stack, 'Api').root.addProxy({ defaultIntegration: integrationIn(stack) });
    expect(authorizationOf(Template.fromStack(stack), 'ANY')).toEqual(['AWS_IAM', 'AWS_IAM']);
  });

  test.each<[string, apigateway.MethodOptions]>([
    ['IAM', { authorizationType: AuthorizationType.IAM }],
    ['nothing', { authorizationType: undefined, authorizer: undefined }],
  ])('an authorizer on one method beats %s in the defaults, the type follows it', (_name, defaultMethodOptions) => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api', { defaultMethodOptions });
    api.root.addMethod('GET', integrationIn(stack));
    api.root.addMethod('POST', undefined, { authorizer: userPoolAuthorizer(stack) });
    const template = Template.fromStack(stack);
    expect(authorizationOf(template, 'GET')).toEqual(['AWS_IAM']);
    expect(authorizationOf(template, 'POST')).toEqual(['COGNITO_USER_POOLS']);
  });

  test('an authorizer in the defaults authorizes every method', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api', { defaultMethodOptions: { authorizer: userPoolAuthorizer(stack) } });
    api.root.addMethod('GET', integrationIn(stack));
    Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::Method', {
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: Match.anyValue(),
    });
  });

  test('a public method is public where it was declared and nowhere else', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    const integration = integrationIn(stack);
    api.root.addResource('health').addMethod('GET', integration, {
      authorizer: PublicAccess.because('a health check without data'),
    });
    api.root.addMethod('POST', integration);
    const template = Template.fromStack(stack);
    expect(authorizationOf(template, 'GET')).toEqual(['NONE']);
    expect(authorizationOf(template, 'POST')).toEqual(['AWS_IAM']);
    template.hasResourceProperties('AWS::ApiGateway::Method', { HttpMethod: 'GET', AuthorizerId: Match.absent() });
  });

  test('preflight requests need no authorization, because browsers send none with them', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api', {
      defaultCorsPreflightOptions: { allowOrigins: ['https://www.example.com', 'https://shop.example.com'] },
    });
    api.root.addMethod('GET', integrationIn(stack));
    expect(authorizationOf(Template.fromStack(stack), 'OPTIONS')).toEqual(['NONE']);
  });
});

describe('what may call the function', () => {
  test('is the method on the stage, and no test button', () => {
    const template = apiWithGet();
    const permissions = Object.values(template.findResources('AWS::Lambda::Permission'));
    expect(permissions).toHaveLength(1);
    expect(JSON.stringify(permissions)).not.toContain('test-invoke-stage');
    expect(JSON.stringify(permissions[0].Properties.SourceArn)).toMatch(/DeploymentStageprod.*"\/GET\/"/);
  });

  test('is any stage of the API where it has several and permissions are not scoped to methods', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    api.root.addMethod('GET', new apigateway.LambdaIntegration(newFunction(stack), { scopePermissionToMethod: false }));
    new apigateway.Stage(stack, 'Beta', { deployment: api.latestDeployment!, stageName: 'beta' });
    const [permission] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Permission'));
    expect(JSON.stringify(permission.Properties.SourceArn)).toContain('"/*/*/*"');
  });

  test('is the whole API where permissions are not scoped to methods, and still no test button', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    const integration = new apigateway.LambdaIntegration(newFunction(stack), { scopePermissionToMethod: false });
    api.root.addMethod('GET', integration);
    api.root.addMethod('POST', integration);
    const permissions = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Permission'));
    expect(permissions).toHaveLength(1);
    expect(JSON.stringify(permissions[0].Properties.SourceArn)).toMatch(/DeploymentStageprod.*"\/\*\/\*"/);
  });
});

describe('requests', () => {
  test('are validated in every method, parameters and bodies', () => {
    const template = apiWithGet();
    template.hasResourceProperties('AWS::ApiGateway::RequestValidator', {
      ValidateRequestBody: true,
      ValidateRequestParameters: true,
    });
    template.allResourcesProperties('AWS::ApiGateway::Method', { RequestValidatorId: Match.anyValue() });
  });

  test('of a content type that no model was named for are validated too, because the caller chooses it', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    const model = api.addModel('Author', { schema: { type: apigateway.JsonSchemaType.OBJECT } });
    api.root.addMethod('POST', integrationIn(stack), { requestModels: { 'application/json': model } });
    const [method] = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::Method'));
    expect(method.Properties.RequestModels).toEqual({
      'application/json': { Ref: expect.stringContaining('Author') },
      $default: { Ref: expect.stringContaining('Author') },
    });
  });

  test('of a content type without a template do not pass a mapping', () => {
    const stack = newStack();
    new SecureApi(stack, 'Api').root.addMethod(
      'POST',
      new apigateway.HttpIntegration('https://example.com', { proxy: false }),
    );
    Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::Method', {
      Integration: { PassthroughBehavior: 'WHEN_NO_TEMPLATES' },
    });
  });

  test('redeploy the API when what the library adds to a method changes', () => {
    const deployment = (contentType: string): string => {
      const stack = newStack();
      const api = new SecureApi(stack, 'Api');
      const model = api.addModel('Author', { schema: { type: apigateway.JsonSchemaType.OBJECT } });
      api.root.addMethod('POST', integrationIn(stack), { requestModels: { [contentType]: model } });
      return Object.keys(Template.fromStack(stack).findResources('AWS::ApiGateway::Deployment'))[0];
    };
    expect(deployment('application/json')).not.toBe(deployment('$default'));
  });
});

describe('every stage', () => {
  test('logs in JSON to a destination that is given alone, for which the L2 would write lines of text', () => {
    const stack = newStack();
    const accessLogDestination = new apigateway.LogGroupLogDestination(new SecureLogGroup(stack, 'Access'));
    new SecureApi(stack, 'Api', { deployOptions: { accessLogDestination } }).root.addMethod(
      'GET',
      integrationIn(stack),
    );
    Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::Stage', {
      AccessLogSetting: { Format: Match.stringLikeRegexp('^\\{.*requestId') },
    });
  });

  const secure = {
    TracingEnabled: true,
    AccessLogSetting: { DestinationArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('ApiAccessLog'), 'Arn'] } },
    MethodSettings: [
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        DataTraceEnabled: false,
        LoggingLevel: 'ERROR',
        MetricsEnabled: false,
        ThrottlingRateLimit: 100,
        ThrottlingBurstLimit: 200,
      },
    ],
  };

  test('limits, logs and traces', () => {
    apiWithGet().hasResourceProperties('AWS::ApiGateway::Stage', secure);
  });

  test('also one that is added later, outside of the API, with the same log', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    api.root.addMethod('GET', integrationIn(stack));
    new apigateway.Stage(stack, 'Beta', { deployment: api.latestDeployment!, stageName: 'beta' });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ApiGateway::Stage', { ...secure, StageName: 'beta' });
    template.resourceCountIs('AWS::Logs::LogGroup', 1);
    template.hasResource('AWS::ApiGateway::Stage', { DependsOn: [Match.stringLikeRegexp('ApiAccount')] });
  });

  test('keeps what was asked for, and gives methods with settings of their own the rest', () => {
    const template = apiWithGet({
      deployOptions: {
        stageName: 'live',
        throttlingRateLimit: 7,
        metricsEnabled: true,
        tracingEnabled: false,
        loggingLevel: apigateway.MethodLoggingLevel.INFO,
        methodOptions: { '/books/GET': { throttlingBurstLimit: 3 } },
      },
    });
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      StageName: 'live',
      TracingEnabled: false,
      MethodSettings: [
        {
          HttpMethod: '*',
          ThrottlingRateLimit: 7,
          ThrottlingBurstLimit: 200,
          MetricsEnabled: true,
          LoggingLevel: 'INFO',
        },
        {
          HttpMethod: 'GET',
          ResourcePath: '/~1books',
          ThrottlingRateLimit: 7,
          ThrottlingBurstLimit: 3,
          LoggingLevel: 'INFO',
          DataTraceEnabled: false,
        },
      ],
    });
  });

  test('encrypts its cache when it has one', () => {
    apiWithGet({ deployOptions: { cacheClusterEnabled: true } }).hasResourceProperties('AWS::ApiGateway::Stage', {
      MethodSettings: [{ CacheDataEncrypted: true }],
    });
  });

  test('logs JSON in which there is neither token nor key, encrypted and for a year', () => {
    const template = apiWithGet();
    const [stage] = Object.values(template.findResources('AWS::ApiGateway::Stage'));
    const format: string = stage.Properties.AccessLogSetting.Format;
    expect(JSON.parse(format)).toMatchObject({ requestId: '$context.requestId', status: '$context.status' });
    expect(format).not.toMatch(/authorizer|identity\.apiKey"|error\.message/);
    template.hasResource('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 365, KmsKeyId: Match.anyValue() },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
  });
});

describe('errors', () => {
  test('say an id and nothing about the inside', () => {
    const template = apiWithGet();
    for (const type of ['DEFAULT_4XX', 'DEFAULT_5XX']) {
      template.hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
        ResponseType: type,
        ResponseTemplates: { 'application/json': Match.stringLikeRegexp('context.requestId') },
        StatusCode: Match.absent(),
      });
    }
    expect(JSON.stringify(template.findResources('AWS::ApiGateway::GatewayResponse'))).not.toContain('context.error');
  });

  test.each<[string, (api: SecureApi) => unknown]>([
    [
      'through the API',
      (api) =>
        api.addGatewayResponse('Mine', {
          type: apigateway.ResponseType.DEFAULT_4XX,
          responseHeaders: { 'Access-Control-Allow-Origin': "'https://www.example.com'" },
        }),
    ],
    [
      'beside the API',
      (api) =>
        new apigateway.GatewayResponse(Stack.of(api), 'Mine', {
          restApi: api,
          type: apigateway.ResponseType.DEFAULT_4XX,
          templates: { 'application/json': '{"error":"$context.requestId"}' },
        }),
    ],
  ])('of a type that was given a response %s get that one only, because there can only be one', (_how, add) => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    api.root.addMethod('GET', integrationIn(stack));
    add(api);
    const responses = Template.fromStack(stack).findResources('AWS::ApiGateway::GatewayResponse', {
      Properties: { ResponseType: 'DEFAULT_4XX' },
    });
    expect(Object.keys(responses)).toEqual([expect.stringContaining('Mine')]);
    expect(Object.values(responses)[0].Properties.ResponseTemplates).toBeDefined();
    const [deployment] = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::Deployment'));
    expect(deployment.DependsOn.filter((id: string) => id.includes('DEFAULT4XX'))).toEqual([]);
  });
});

describe('a domain', () => {
  const certificate = (stack: Stack): acm.ICertificate =>
    acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/1');

  test.each<[string, (stack: Stack) => SecureApi]>([
    [
      'in the props',
      (stack) =>
        new SecureApi(stack, 'Api', {
          domainName: { domainName: 'api.example.com', certificate: certificate(stack) },
        }),
    ],
    [
      'added later',
      (stack) => {
        const api = new SecureApi(stack, 'Api');
        api.addDomainName('Domain', { domainName: 'api.example.com', certificate: certificate(stack) });
        return api;
      },
    ],
  ])('%s speaks TLS 1.2 and is the only way in', (_where, make) => {
    const stack = newStack();
    make(stack).root.addMethod('GET', integrationIn(stack));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ApiGateway::DomainName', { SecurityPolicy: 'TLS_1_2' });
    template.hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
  });

  test('made beside the API is the only way in, too', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api');
    api.root.addMethod('GET', integrationIn(stack));
    new apigateway.DomainName(stack, 'Domain', {
      domainName: 'api.example.com',
      certificate: certificate(stack),
      mapping: api,
    });
    Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
  });

  test.each<[string, apigateway.EndpointType[] | undefined, string]>([
    ['at the edge, as it is made unless it is told otherwise', undefined, 'SecurityPolicy_TLS12_PFS_2025_EDGE'],
    ['of a Region', [apigateway.EndpointType.REGIONAL], 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09'],
  ])('is not what keeps TLS 1.0 out of an API %s', (_where, endpointTypes, SecurityPolicy) => {
    const stack = newStack();
    new SecureApi(stack, 'Api', { endpointTypes }).root.addMethod('GET', integrationIn(stack));
    Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::RestApi', {
      SecurityPolicy,
      EndpointAccessMode: 'BASIC',
    });
  });

  test('that nobody has leaves the default endpoint, which is then the only one', () => {
    apiWithGet().hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: Match.absent() });
  });
});

describe('a private API', () => {
  function privateApi(): { stack: Stack; api: SecureApi } {
    const stack = newStack();
    const endpoint = new ec2.Vpc(stack, 'Vpc').addInterfaceEndpoint('Endpoint', {
      service: ec2.InterfaceVpcEndpointAwsService.APIGATEWAY,
    });
    const api = new SecureApi(stack, 'Api', {
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
    });
    return { stack, api };
  }

  const endpoint = { Ref: expect.stringContaining('VpcEndpoint') };
  const denied = {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
    Condition: { StringNotEquals: { 'aws:SourceVpce': [endpoint] } },
  };

  test('denies what does not come through its endpoint, and leaves the rest to IAM', () => {
    const { stack, api } = privateApi();
    api.root.addMethod('GET', integrationIn(stack));
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::RestApi'));
    expect(Properties.Policy.Statement).toEqual([denied]);
  });

  test('lets callers whom an authorizer judges through the policy, on that method only', () => {
    const { stack, api } = privateApi();
    api.root.resourceForPath('/books/{id}').addMethod('GET', integrationIn(stack), {
      authorizer: userPoolAuthorizer(stack),
    });
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::RestApi'));
    expect(Properties.Policy.Statement).toEqual([
      denied,
      {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*/GET/books/*',
        Condition: { StringEquals: { 'aws:SourceVpce': [endpoint] } },
      },
    ]);
  });
});

describe('the firewall', () => {
  test('refuses known attacks and floods, and only counts large bodies and missing user agents', () => {
    const template = apiWithGet({ waf: ApiFirewall.managed({ requestsPerFiveMinutes: 500 }) });
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'REGIONAL',
      Rules: Match.arrayWith([
        Match.objectLike({
          Action: { Block: {} },
          Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 500 } },
        }),
        Match.objectLike({
          OverrideAction: { None: {} },
          Statement: {
            ManagedRuleGroupStatement: {
              Name: 'AWSManagedRulesCommonRuleSet',
              RuleActionOverrides: [
                { Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } },
                { Name: 'NoUserAgent_HEADER', ActionToUse: { Count: {} } },
              ],
            },
          },
        }),
      ]),
    });
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  });

  test('logs without credentials to a group whose name AWS WAF accepts and a next stack does not meet', () => {
    const template = apiWithGet({ waf: ApiFirewall.managed() });
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: {
        'Fn::Join': [
          '-',
          [
            Match.stringLikeRegexp('^aws-waf-logs-'),
            { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] },
          ],
        ],
      },
      RetentionInDays: 365,
      KmsKeyId: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: Match.arrayWith([{ SingleHeader: { Name: 'authorization' } }]),
    });
  });

  test('stands before every stage, once made', () => {
    const stack = newStack();
    const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() });
    api.root.addMethod('GET', integrationIn(stack));
    new apigateway.Stage(api, 'Beta', { deployment: api.latestDeployment!, stageName: 'beta' });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 2);
    template.resourceCountIs('AWS::WAFv2::WebACL', 1);
  });

  test('that exists already is put before the stage', () => {
    const arn = 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shared/1';
    const template = apiWithGet({ waf: ApiFirewall.existing(arn) });
    template.hasResourceProperties('AWS::WAFv2::WebACLAssociation', { WebACLArn: arn });
    template.resourceCountIs('AWS::WAFv2::WebACL', 0);
  });

  test.each<[string, () => unknown]>([
    ['no reason', () => ApiFirewall.none(' ')],
    ['an ARN of something else', () => ApiFirewall.existing('arn:aws:wafv2:us-east-1:111122223333:global/webacl/x/1')],
    ['fewer requests than AWS WAF can count', () => ApiFirewall.managed({ requestsPerFiveMinutes: 9 })],
    ['no reason for a public method', () => PublicAccess.because('')],
  ])('with %s is refused', (_name, make) => {
    expect(make).toThrow();
  });
});

describe('the log role of the account', () => {
  test('writes to log groups of this account only, and stays when the stack goes', () => {
    const template = apiWithGet();
    template.hasResource('AWS::IAM::Role', {
      Properties: {
        ManagedPolicyArns: Match.absent(),
        Policies: [
          {
            PolicyDocument: {
              Statement: [
                {
                  Action: Match.arrayWith(['logs:PutLogEvents']),
                  Resource: { 'Fn::Join': ['', Match.arrayWith([':log-group:*'])] },
                },
                { Action: 'logs:DescribeLogGroups', Resource: '*' },
              ],
            },
          },
        ],
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    template.hasResource('AWS::ApiGateway::Account', { DeletionPolicy: 'RetainExceptOnCreate' });
  });

  test('is made once for two APIs of a stack, and both stages wait for it', () => {
    const stack = newStack();
    for (const id of ['First', 'Second']) {
      new SecureApi(stack, id).root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
    }
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::ApiGateway::Account', 1);
    for (const stage of Object.values(template.findResources('AWS::ApiGateway::Stage'))) {
      expect(stage.DependsOn).toEqual([expect.stringContaining('FirstAccount')]);
    }
  });

  test('is made once for two stacks, and the second stack waits for the first', () => {
    const app = new App();
    const stacks = ['One', 'Two'].map((id) => new Stack(app, id));
    for (const stack of stacks) {
      new SecureApi(stack, 'Api').root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
    }
    expect(stacks[1].dependencies).toEqual([]);
    app.synth();
    expect(stacks[1].dependencies).toEqual([stacks[0]]);
    Template.fromStack(stacks[1]).resourceCountIs('AWS::ApiGateway::Account', 0);
  });

  test('is made for each region, because it is a setting of a region', () => {
    const app = new App();
    const stacks = ['eu-west-1', 'eu-central-1'].map((region) => {
      const stack = new Stack(app, region, { env: { account: '111122223333', region } });
      new SecureApi(stack, 'Api').root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
      return stack;
    });
    stacks.forEach((stack) => Template.fromStack(stack).resourceCountIs('AWS::ApiGateway::Account', 1));
  });

  test('is made for each stage of the app, because it is deployed by itself', () => {
    const app = new App();
    for (const id of ['Beta', 'Live']) {
      const stack = new Stack(new Stage(app, id), 'Stack');
      new SecureApi(stack, 'Api').root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
      Template.fromStack(stack).resourceCountIs('AWS::ApiGateway::Account', 1);
    }
  });

  test('is left alone where somebody else sets it', () => {
    const template = apiWithGet({ logRole: ApiLogRole.alreadyConfigured() });
    template.resourceCountIs('AWS::ApiGateway::Account', 0);
    template.hasResource('AWS::ApiGateway::Stage', { DependsOn: Match.absent() });
  });

  test('a raw API of the app may have made it', () => {
    const stack = newStack();
    const raw = new apigateway.RestApi(stack, 'Raw');
    raw.root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
    new SecureApi(stack, 'Api').root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
    Template.fromStack(stack).resourceCountIs('AWS::ApiGateway::Account', 1);
  });

  test('goes with a sandbox', () => {
    const stack = newStack();
    Sandbox.enable(stack);
    new SecureApi(stack, 'Api').root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
    const { Resources } = Template.fromStack(stack).toJSON();
    const kept = Object.entries<any>(Resources).filter(([, { DeletionPolicy }]) => /^Retain/.test(DeletionPolicy));
    expect(kept).toEqual([]);
  });
});

describe('usage plans', () => {
  test('are an option, for the API’s own stage and with its limits', () => {
    apiWithGet({ usagePlan: { name: 'Partners' } }).hasResourceProperties('AWS::ApiGateway::UsagePlan', {
      UsagePlanName: 'Partners',
      Throttle: { RateLimit: 100, BurstLimit: 200 },
      ApiStages: [{ ApiId: Match.anyValue(), Stage: Match.anyValue() }],
    });
  });

  test('keep the limits that they were given', () => {
    apiWithGet({ usagePlan: { throttle: { rateLimit: 1, burstLimit: 2 } } }).hasResourceProperties(
      'AWS::ApiGateway::UsagePlan',
      { Throttle: { RateLimit: 1, BurstLimit: 2 } },
    );
  });
});

describe('swapping RestApi for SecureApi', () => {
  /** What the swap may take away: nobody's data, and neither's state. */
  const mayLeave = ['AWS::ApiGateway::Deployment', 'AWS::Lambda::Permission'];

  function deployed(
    make: (stack: Stack, props: apigateway.RestApiProps) => apigateway.RestApi,
    context: Record<string, unknown>,
  ): Record<string, any> {
    const stack = newStack(context);
    const api = make(stack, { deployOptions: { stageName: 'live' }, restApiName: 'books' });
    api.root.addMethod('GET', integrationIn(stack), { authorizationType: AuthorizationType.IAM });
    api.root.addResource('books').addMethod('POST');
    api.addUsagePlan('Plan');
    return Template.fromStack(stack).toJSON().Resources;
  }

  test.each([
    ['off', {}],
    ['on', flags],
  ])('keeps ids and create-only properties, with feature flags %s', (_flags, context) => {
    const before = deployed((stack, props) => {
      const api = new apigateway.RestApi(stack, 'Api', props);
      return api;
    }, context);
    const after = deployed((stack, props) => new SecureApi(stack, 'Api', props), context);
    const gone = Object.keys(before).filter((id) => !(id in after) && !mayLeave.includes(before[id].Type));
    expect(gone).toEqual([]);
    for (const [id, { Type, Properties = {} }] of Object.entries(before)) {
      if (!after[id]) continue;
      expect([id, after[id].Type]).toEqual([id, Type]);
      for (const fixed of [
        'RestApiId',
        'ResourceId',
        'HttpMethod',
        'StageName',
        'PathPart',
        'ParentId',
        'FunctionName',
      ]) {
        expect([id, fixed, after[id].Properties?.[fixed]]).toEqual([id, fixed, Properties[fixed]]);
      }
    }
  });
});

test('an API in a nested stack and one beside it share the log role of the account', () => {
  const stack = newStack();
  const nested = new NestedStack(stack, 'Nested');
  for (const scope of [nested, stack]) {
    const api = new SecureApi(scope, 'Api', { waf: ApiFirewall.managed() });
    api.root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
  }
  Template.fromStack(nested).resourceCountIs('AWS::ApiGateway::Account', 1);
  Template.fromStack(stack).resourceCountIs('AWS::ApiGateway::Account', 0);
  Template.fromStack(stack).hasResource('AWS::ApiGateway::Stage', {
    DependsOn: [Match.stringLikeRegexp('NestedNestedStack')],
  });
});

test.each([
  [AuthorizationType.IAM, undefined],
  [undefined, /'AuthorizationType' of 'Stack\/Nested\/Imported\/Default\/POST\/Resource' is '"NONE"'/],
])('a nested stack that knows the API by its id only may add a method with authorization %s', (type, message) => {
  const stack = newStack();
  const api = new SecureApi(stack, 'Api');
  api.root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
  const imported = apigateway.RestApi.fromRestApiAttributes(new NestedStack(stack, 'Nested'), 'Imported', {
    restApiId: api.restApiId,
    rootResourceId: api.restApiRootResourceId,
  });
  imported.root.addMethod('POST', new apigateway.HttpIntegration('https://example.com'), { authorizationType: type });
  const synth = expect(() => Template.fromStack(stack));
  if (message) synth.toThrow(message);
  else synth.not.toThrow();
});

test('an API without deployment can be given stages of its own', () => {
  const stack = newStack();
  const api = new SecureApi(stack, 'Api', { deploy: false, waf: ApiFirewall.managed() });
  api.root.addMethod('GET', integrationIn(stack));
  const deployment = new apigateway.Deployment(stack, 'Deployment', { api });
  api.deploymentStage = new apigateway.Stage(stack, 'Beta', { deployment, stageName: 'beta' });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::ApiGateway::Stage', 1);
  template.hasResourceProperties('AWS::ApiGateway::Stage', { TracingEnabled: true });
  template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
});

test('the docstring counts right: 4 resources more than a raw API with a log role, 4 with a firewall, and the key', () => {
  const count = (template: Template): number => Object.keys(template.toJSON().Resources).length;
  const stack = newStack();
  new apigateway.RestApi(stack, 'Api').root.addMethod('GET', integrationIn(stack));
  const raw = count(Template.fromStack(stack));
  // One less: the permission of the test button.
  expect(count(apiWithGet()) - raw).toBe(4 + 1 - 1);
  expect(count(apiWithGet({ waf: ApiFirewall.managed() })) - count(apiWithGet())).toBe(4);
});
