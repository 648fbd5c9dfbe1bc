import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as authorizers from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aResource, resources } from './pieces';
import { attackExamples, holds } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/authorizer-cache-across-routes';

function anAuthorizer(source: string, ttl = 300): string {
  return aResource(
    'Authorizer',
    'AWS::ApiGatewayV2::Authorizer',
    'ApiId: !Ref Http',
    'AuthorizerType: REQUEST',
    'EnableSimpleResponses: true',
    `AuthorizerResultTtlInSeconds: ${ttl}`,
    `IdentitySource: ${source}`,
  );
}

function aRoute(id: string, key: string): string {
  return aResource(
    id,
    'AWS::ApiGatewayV2::Route',
    'ApiId: !Ref Http',
    `RouteKey: ${key}`,
    'AuthorizationType: CUSTOM',
    'AuthorizerId: !Ref Authorizer',
  );
}

const http = aResource('Http', 'AWS::ApiGatewayV2::Api', 'ProtocolType: HTTP');
const token = '[$request.header.Authorization]';
const sameKey = holds('reading and deleting have one key in the cache', ['Read', 'Delete', 'Authorizer'], (_, find) => {
  const used = ['Read', 'Delete'].map((id) => find(id).read('AuthorizerId').target);
  const sources = find('Authorizer').read('IdentitySource').toString();
  return used.every((one) => one === find('Authorizer')) && !sources.includes('$context.');
});
const isKept = holds('the decision is kept', ['Authorizer'], (_, find) => {
  return Number(find('Authorizer').read('AuthorizerResultTtlInSeconds').number) > 0;
});

const called = { Read: 'ShopGETorders', Delete: 'ShopDELETEordersid', Authorizer: 'ShopAuthorizer' };

export default attackExamples(rule, {
  attack: [isKept, sameKey],
  fails: [
    {
      name: 'the L2 keeps the decision on reading for deleting',
      called,
      at: ['ShopAuthorizer/Properties/IdentitySource'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const authorizer = new authorizers.HttpLambdaAuthorizer(
          'Authorizer',
          new lambda.Function(stack, 'Authorize', props),
          { responseTypes: [authorizers.HttpLambdaResponseType.SIMPLE] },
        );
        const integration = new integrations.HttpLambdaIntegration(
          'ToOrders',
          new lambda.Function(stack, 'Orders', props),
        );
        const shop = new apigwv2.HttpApi(stack, 'Shop', { defaultAuthorizer: authorizer });
        shop.addRoutes({ path: '/orders', methods: [apigwv2.HttpMethod.GET], integration });
        shop.addRoutes({ path: '/orders/{id}', methods: [apigwv2.HttpMethod.DELETE], integration });
      },
    },
    {
      name: 'the decision on reading is kept for deleting',
      at: ['Authorizer/Properties/IdentitySource'],
      template: resources(
        http,
        anAuthorizer(token),
        aRoute('Read', 'GET /orders'),
        aRoute('Delete', "'DELETE /orders/{id}'"),
      ),
    },
  ],
  passes: [
    {
      name: 'the L2 keeps a decision for each route',
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const authorizer = new authorizers.HttpLambdaAuthorizer(
          'Authorizer',
          new SecureFunction(stack, 'Authorize', props),
          {
            responseTypes: [authorizers.HttpLambdaResponseType.SIMPLE],
            identitySource: ['$request.header.Authorization', '$context.routeKey'],
          },
        );
        const integration = new integrations.HttpLambdaIntegration(
          'ToOrders',
          new SecureFunction(stack, 'Orders', props),
        );
        const shop = new apigwv2.HttpApi(stack, 'Shop', { defaultAuthorizer: authorizer });
        shop.addRoutes({ path: '/orders', methods: [apigwv2.HttpMethod.GET], integration });
        shop.addRoutes({ path: '/orders/{id}', methods: [apigwv2.HttpMethod.DELETE], integration });
      },
    },
    {
      name: 'each route has a decision of its own',
      template: resources(
        http,
        anAuthorizer('[$request.header.Authorization, $context.routeKey]'),
        aRoute('Read', 'GET /orders'),
        aRoute('Delete', "'DELETE /orders/{id}'"),
      ),
    },
    {
      name: 'nothing is kept',
      template: resources(
        http,
        anAuthorizer(token, 0),
        aRoute('Read', 'GET /orders'),
        aRoute('Delete', "'DELETE /orders/{id}'"),
      ),
    },
    {
      name: 'there is one route',
      template: resources(http, anAuthorizer(token), aRoute('Delete', "'DELETE /orders/{id}'")),
    },
  ],
});
