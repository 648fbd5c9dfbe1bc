import { aResource, resources } from './pieces';
import { attackExamples, holds } from './play';
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
  const authorizers = ['Read', 'Delete'].map((id) => find(id).read('AuthorizerId').target);
  const sources = find('Authorizer').read('IdentitySource').toString();
  return authorizers.every((one) => one === find('Authorizer')) && !sources.includes('$context.');
});
const isKept = holds('the decision is kept', ['Authorizer'], (_, find) => {
  return Number(find('Authorizer').read('AuthorizerResultTtlInSeconds').number) > 0;
});

export default attackExamples(rule, {
  attack: [isKept, sameKey],
  fails: [
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
