import { definitionOf, httpSchemes, restSchemes, routePermission } from './definition';
import type { Definition, Route } from './definition';
import { defined, isIntrinsic, madeByTransform, pick, rewrite, tagsOf } from './raw';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/**
 * The resources that an `AWS::Serverless::Api` stands for, with the calls that events of functions add to it.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
 */
export function restApiResources(sam: SamResource, routes: readonly Route[]): readonly DeclaredResource[] {
  const { logicalId } = sam;
  const auth = sam.read('Auth');
  const definition = bodyOf(sam, routes, restSchemes(auth));
  const api = sam.itself(
    'AWS::ApiGateway::RestApi',
    defined({
      ...definitionSource(sam, definition),
      ...pick(sam.properties, [
        'Name',
        'Description',
        'ApiKeySourceType',
        'BinaryMediaTypes',
        'FailOnWarnings',
        'Mode',
        'SecurityPolicy',
        'EndpointAccessMode',
      ]),
      DisableExecuteApiEndpoint: sam.read('DisableExecuteApiEndpoint'),
      MinimumCompressionSize: sam.read('MinimumCompressionSize'),
      EndpointConfiguration: rewrite(sam.read('EndpointConfiguration'), endpointOf),
      Policy: rewrite(own(auth, 'ResourcePolicy'), resourcePolicyOf),
      Tags: tagsOf(sam.read('Tags')),
    }),
    { Body: 'DefinitionBody', BodyS3Location: 'DefinitionUri', Policy: 'Auth.ResourcePolicy' },
  );
  const name = sam.read('StageName');
  const stageName = typeof name === 'string' ? name : '';
  const stage = sam.beside(
    `${stageName}Stage`,
    'AWS::ApiGateway::Stage',
    defined({
      RestApiId: { Ref: logicalId },
      DeploymentId: { Ref: `${logicalId}Deployment` },
      StageName: name,
      ...pick(sam.properties, stageProperties),
      Tags: tagsOf(sam.read('Tags')),
    }),
    [],
    Object.fromEntries(['StageName', ...stageProperties].map((property) => [property, property])),
  );
  return [
    { ...api, writtenAt: [...(api.writtenAt ?? []), ...definition.writtenAt] },
    sam.beside('Deployment', 'AWS::ApiGateway::Deployment', { RestApiId: { Ref: logicalId } }, []),
    stage,
    ...domainOf(sam, 'AWS::ApiGateway::DomainName'),
    ...usagePlanOf(sam, stage.logicalId),
    ...routes.map((route) => routePermission(route, logicalId, stageName === '' ? '*' : stageName)),
  ];
}

const stageProperties = [
  'AccessLogSetting',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'MethodSettings',
  'TracingEnabled',
  'Variables',
];

/**
 * The resources that an `AWS::Serverless::HttpApi` stands for.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-httpapi.html
 */
export function httpApiResources(sam: SamResource, routes: readonly Route[]): readonly DeclaredResource[] {
  const { logicalId } = sam;
  const definition = bodyOf(sam, routes, httpSchemes(sam.read('Auth')));
  const api = sam.itself(
    'AWS::ApiGatewayV2::Api',
    defined({
      ...definitionSource(sam, definition),
      ...pick(sam.properties, ['Name', 'Description', 'FailOnWarnings', 'DisableExecuteApiEndpoint', 'Tags']),
      CorsConfiguration: rewrite(sam.read('CorsConfiguration'), (cors) =>
        isObject(cors) ? cors : { AllowOrigins: [cors === true ? '*' : cors] },
      ),
    }),
    { Body: 'DefinitionBody', BodyS3Location: 'DefinitionUri' },
  );
  const name = sam.read('StageName') ?? '$default';
  const suffix = typeof name !== 'string' ? 'Stage' : name === '$default' ? 'ApiGatewayDefaultStage' : `${name}Stage`;
  const settings = pick(sam.properties, [
    'AccessLogSettings',
    'DefaultRouteSettings',
    'RouteSettings',
    'StageVariables',
  ]);
  const properties = { ApiId: { Ref: logicalId }, StageName: name, AutoDeploy: true, ...settings };
  const sources = Object.fromEntries(['StageName', ...Object.keys(settings)].map((property) => [property, property]));
  return [
    { ...api, writtenAt: [...(api.writtenAt ?? []), ...definition.writtenAt] },
    sam.beside(suffix, 'AWS::ApiGatewayV2::Stage', properties, [], sources),
    ...domainOf(sam, 'AWS::ApiGatewayV2::DomainName'),
    ...routes.map((route) => routePermission(route, logicalId, '*')),
  ];
}

function bodyOf(sam: SamResource, routes: readonly Route[], schemes: JsonObject): Definition {
  const definition = definitionOf(sam.read('DefinitionBody'), routes, sam.read('Auth'), schemes);
  const place = { part: ['Properties', 'Body'], logicalId: sam.logicalId, path: ['Properties', 'DefinitionBody'] };
  return { body: definition.body, writtenAt: [place, ...definition.writtenAt] };
}

function definitionSource(sam: SamResource, { body }: Definition): JsonObject {
  const uri = sam.read('DefinitionUri');
  if (uri === undefined) return { Body: body };
  const location = isObject(uri) && !isIntrinsic(uri) ? uri : { Bucket: madeByTransform, Key: uri };
  return { BodyS3Location: pick(location, ['Bucket', 'Key', 'Version']) };
}

/** A type alone, or an object as CloudFormation has it but for the list of types. */
function endpointOf(endpoint: unknown): unknown {
  if (!isObject(endpoint)) return { Types: [endpoint] };
  const { Type: type, VPCEndpointIds: VpcEndpointIds, ...rest } = endpoint;
  return defined({ ...rest, VpcEndpointIds, Types: type === undefined ? undefined : [type] });
}

function resourcePolicyOf(policy: unknown): unknown {
  const statements = own(policy, 'CustomStatements');
  if (statements === undefined || Object.keys(policy as object).length > 1) return madeByTransform;
  return { Version: '2012-10-17', Statement: statements };
}

function domainOf(sam: SamResource, type: string): readonly DeclaredResource[] {
  const domain = sam.read('Domain');
  if (!isObject(domain) || isIntrinsic(domain)) return [];
  const { DomainName, CertificateArn, SecurityPolicy, EndpointConfiguration, MutualTlsAuthentication } = domain;
  const properties = type.includes('V2')
    ? { DomainNameConfigurations: [defined({ CertificateArn, SecurityPolicy, EndpointType: EndpointConfiguration })] }
    : {
        SecurityPolicy,
        ...(EndpointConfiguration === 'REGIONAL' ? { RegionalCertificateArn: CertificateArn } : { CertificateArn }),
        EndpointConfiguration: rewrite(EndpointConfiguration, endpointOf),
      };
  const sources = { SecurityPolicy: 'Domain.SecurityPolicy' };
  return [
    sam.beside('Domain', type, defined({ DomainName, MutualTlsAuthentication, ...properties }), ['Domain'], sources),
  ];
}

function usagePlanOf(sam: SamResource, stage: string): readonly DeclaredResource[] {
  const plan = own(sam.read('Auth'), 'UsagePlan');
  if (!isObject(plan) || own(plan, 'CreateUsagePlan') === 'NONE') return [];
  const properties = {
    ...pick(plan, ['Description', 'Quota', 'Throttle', 'UsagePlanName']),
    ApiStages: [{ ApiId: { Ref: sam.logicalId }, Stage: { Ref: stage } }],
  };
  return [sam.beside('UsagePlan', 'AWS::ApiGateway::UsagePlan', properties, ['Auth', 'UsagePlan'])];
}
