import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aFunction, aMethod, aResource, aRole, aUrl, resources } from './pieces';
import { asksNobody, attackExamples, holds, runsAs } from './play';
import { PublicAccess } from '../../../src/api/public-access';
import { SecureApi } from '../../../src/api/secure-api';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/public-entry-without-limit';

const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const stage = aResource('Stage', 'AWS::ApiGateway::Stage', 'RestApiId: !Ref Api', 'StageName: prod');
const role = aRole('Role', []);
const unthrottled = holds('no setting of the stage throttles', ['Stage'], (_, find) => {
  const settings = [find('Stage').read('MethodSettings'), find('Stage').read('DefaultRouteSettings')];
  return !settings.some((value) => value.toString().includes('ThrottlingRateLimit'));
});
const unfiltered = holds(
  'no web ACL is in front',
  [],
  (app) => app.ofType('AWS::WAFv2::WebACLAssociation').length === 0,
);
const unbounded = holds(
  'the function may take all concurrency',
  ['Search'],
  (_, find) => find('Search').read('ReservedConcurrentExecutions').isAbsent,
);
const throughStage = [asksNobody('SearchMethod'), unthrottled, unfiltered, unbounded, runsAs('Search', 'Role')];

/** An operation in OpenAPI that asks for the key of a usage plan. */
const asking = JSON.stringify({
  openapi: '3.0.1',
  components: { securitySchemes: { key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } },
  paths: {
    '/search': {
      get: {
        security: [{ key: [] }],
        'x-amazon-apigateway-integration': {
          type: 'aws_proxy',
          httpMethod: 'POST',
          uri: {
            'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Search.Arn}/invocations',
          },
        },
      },
    },
  },
});

const called = { SearchMethod: 'ShopGET', Role: 'SearchServiceRole', Stage: 'ShopDeploymentStageprod' };

export default attackExamples(rule, {
  attack: throughStage,
  fails: [
    {
      name: 'the L2s leave all concurrency to strangers',
      called,
      at: ['Search/Properties/ReservedConcurrentExecutions'],
      template: (stack) => {
        const search = new lambda.Function(stack, 'Search', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('GET', new apigateway.LambdaIntegration(search));
      },
    },
    {
      name: 'a stage without throttling leads strangers to a function without concurrency',
      at: ['Search/Properties/ReservedConcurrentExecutions'],
      template: resources(api, stage, aMethod('Search', 'GET'), aFunction('Search', 'Role'), role),
    },
    {
      name: 'a function URL, which has no throttling, does',
      at: ['Search/Properties/ReservedConcurrentExecutions'],
      attack: [asksNobody('SearchUrl', 'AuthType'), unbounded],
      template: resources(aUrl('Search'), aFunction('Search', 'Role'), role),
    },
    {
      name: 'the default stage of an HTTP API does',
      attack: [asksNobody('SearchRoute'), unthrottled, unbounded],
      template: resources(
        aResource('Http', 'AWS::ApiGatewayV2::Api', 'ProtocolType: HTTP'),
        aResource('Stage', 'AWS::ApiGatewayV2::Stage', 'ApiId: !Ref Http', 'StageName: $default'),
        aResource(
          'SearchRoute',
          'AWS::ApiGatewayV2::Route',
          'ApiId: !Ref Http',
          'RouteKey: GET /search',
          "Target: !Sub 'integrations/${ToSearch}'",
        ),
        aResource(
          'ToSearch',
          'AWS::ApiGatewayV2::Integration',
          'ApiId: !Ref Http',
          'IntegrationUri: !GetAtt Search.Arn',
        ),
        aFunction('Search', 'Role'),
        role,
      ),
    },
  ],
  passes: [
    {
      name: 'our API limits requests, also where everybody may call',
      called,
      template: (stack) => {
        const search = new SecureFunction(stack, 'Search', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const shop = new SecureApi(stack, 'Shop');
        shop.root.addMethod('GET', new apigateway.LambdaIntegration(search), {
          authorizer: PublicAccess.because('everybody may search what is for sale'),
        });
      },
    },
    {
      name: 'the function has concurrency of its own',
      template: resources(
        api,
        stage,
        aMethod('Search', 'GET'),
        aFunction('Search', 'Role', 'ReservedConcurrentExecutions: 20'),
        role,
      ),
    },
    {
      name: 'the stage throttles',
      template: resources(
        api,
        aResource(
          'Stage',
          'AWS::ApiGateway::Stage',
          'RestApiId: !Ref Api',
          'StageName: prod',
          "MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }]",
        ),
        aMethod('Search', 'GET'),
        aFunction('Search', 'Role'),
        role,
      ),
    },
    {
      name: 'a web ACL is in front of the stage',
      template: resources(
        api,
        stage,
        aResource(
          'Firewall',
          'AWS::WAFv2::WebACLAssociation',
          "ResourceArn: !Sub 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}'",
          'WebACLArn: !ImportValue WebAcl',
        ),
        aMethod('Search', 'GET'),
        aFunction('Search', 'Role'),
        role,
      ),
    },
    {
      name: 'callers need a key, as the definition has it',
      template: resources(
        aResource('Api', 'AWS::ApiGateway::RestApi', `Body: ${asking}`),
        stage,
        aFunction('Search', 'Role'),
        role,
      ),
    },
    {
      name: 'callers are signed in',
      template: resources(
        api,
        stage,
        aMethod('Search', 'GET', 'AuthorizationType: AWS_IAM'),
        aFunction('Search', 'Role'),
        role,
      ),
    },
  ],
});
