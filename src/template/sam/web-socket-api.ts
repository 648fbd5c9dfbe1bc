import { defined, isIntrinsic, madeByTransform, pick } from './raw';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

const settings = ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables'];

/**
 * The resources that an `AWS::Serverless::WebSocketApi` stands for.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html
 */
export function webSocketResources(sam: SamResource): readonly DeclaredResource[] {
  const { logicalId } = sam;
  const handedOn = pick(sam.properties, [
    'ApiKeySelectionExpression',
    'Description',
    'DisableExecuteApiEndpoint',
    'DisableSchemaValidation',
    'IpAddressType',
    'RouteSelectionExpression',
    'Tags',
  ]);
  const api = { Name: sam.read('Name') ?? logicalId, ProtocolType: 'WEBSOCKET', ...handedOn };
  const StageName = sam.read('StageName') ?? 'default';
  const stage = { ApiId: { Ref: logicalId }, StageName, AutoDeploy: true, ...pick(sam.properties, settings) };
  const sources = Object.fromEntries(['StageName', ...settings].map((name) => [name, name]));
  const routes = sam.read('Routes');
  const isReadable = isObject(routes) && !isIntrinsic(routes);
  return [
    sam.itself('AWS::ApiGatewayV2::Api', api),
    sam.beside('Stage', 'AWS::ApiGatewayV2::Stage', stage, [], sources),
    ...(isReadable
      ? Object.entries(routes).flatMap(([key, route]) => routeResources(sam, key, route))
      : [sam.beside('Route', 'AWS::ApiGatewayV2::Route', madeByTransform, ['Routes'])]),
    ...authorizerOf(sam),
  ];
}

function routeResources(sam: SamResource, RouteKey: string, route: unknown): readonly DeclaredResource[] {
  const ApiId = { Ref: sam.logicalId };
  const name = RouteKey.replace(/[^A-Za-z0-9]/g, '');
  const path = ['Routes', RouteKey];
  const FunctionArn = own(route, 'FunctionArn') ?? madeByTransform;
  const uri = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Arn}/invocations';
  const integration = sam.beside(
    `${name}Integration`,
    'AWS::ApiGatewayV2::Integration',
    { ApiId, IntegrationType: 'AWS_PROXY', IntegrationUri: { 'Fn::Sub': [uri, { Arn: FunctionArn }] } },
    path,
  );
  const Target = { 'Fn::Join': ['/', ['integrations', { Ref: integration.logicalId }]] };
  const authorization = RouteKey === '$connect' ? authorizationOf(sam) : {};
  const properties = {
    ApiId,
    RouteKey,
    Target,
    ...authorization,
    ...pick(isObject(route) ? route : {}, ['ApiKeyRequired', 'OperationName', 'RequestModels', 'RequestParameters']),
  };
  const arn = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${sam.logicalId}}/*/${RouteKey}`;
  const allowed = {
    Action: 'lambda:InvokeFunction',
    FunctionName: FunctionArn,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: { 'Fn::Sub': arn },
  };
  return [
    sam.beside(`${name}Route`, 'AWS::ApiGatewayV2::Route', properties, path),
    integration,
    sam.beside(`${name}Permission`, 'AWS::Lambda::Permission', allowed, path),
  ];
}

/** Only the call that opens a connection can be authorized. */
function authorizationOf(sam: SamResource): JsonObject {
  const auth = sam.read('Auth');
  if (auth === undefined) return {};
  const AuthorizationType = isIntrinsic(auth) ? madeByTransform : (own(auth, 'AuthType') ?? madeByTransform);
  if (AuthorizationType !== 'CUSTOM') return { AuthorizationType };
  return { AuthorizationType, AuthorizerId: { Ref: `${sam.logicalId}ConnectAuthorizer` } };
}

function authorizerOf(sam: SamResource): readonly DeclaredResource[] {
  const auth = sam.read('Auth');
  const arn = own(auth, 'AuthArn');
  if (own(auth, 'AuthType') !== 'CUSTOM' || arn === undefined) return [];
  const uri = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Arn}/invocations';
  const authorizer = sam.beside(
    'ConnectAuthorizer',
    'AWS::ApiGatewayV2::Authorizer',
    defined({
      ApiId: { Ref: sam.logicalId },
      AuthorizerType: 'REQUEST',
      AuthorizerUri: { 'Fn::Sub': [uri, { Arn: arn }] },
      AuthorizerCredentialsArn: own(auth, 'InvokeRole'),
      IdentitySource: own(auth, 'IdentitySource'),
      Name: own(auth, 'Name') ?? `${sam.logicalId}ConnectAuthorizer`,
    }),
    ['Auth'],
  );
  const source = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${sam.logicalId}}/authorizers/*`;
  const allowed = {
    Action: 'lambda:InvokeFunction',
    FunctionName: arn,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: { 'Fn::Sub': source },
  };
  const isByRole = own(auth, 'InvokeRole') !== undefined;
  return [
    authorizer,
    ...(isByRole ? [] : [sam.beside('AuthorizerPermission', 'AWS::Lambda::Permission', allowed, ['Auth'])]),
  ];
}
