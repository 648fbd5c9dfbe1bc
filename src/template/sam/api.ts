import { definitionOf, routePermission } from './definition';
import type { ApiSettings, Definition, Route } from './definition';
import { defined, isIntrinsic, listOf, madeByTransform, pick, rewrite, tagsOf } from './raw';
import { resourcePolicyOf } from './resource-policy';
import type { SamResource } from './sam-resource';
import { httpSchemes, restSchemes } from './security';
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
  const settings = { logicalId, auth, schemes: restSchemes(auth), cors: sam.read('Cors') };
  const definition = bodyOf(sam, isMerged(sam) ? routes : [], settings);
  const api = sam.itself(
    'AWS::ApiGateway::RestApi',
    defined({
      ...definitionSource(sam, definition),
      ...pick(sam.properties, [
        'Name',
        'Description',
        'ApiKeySourceType',
        'BinaryMediaTypes',
        'DisableExecuteApiEndpoint',
        'EndpointAccessMode',
        'FailOnWarnings',
        'MinimumCompressionSize',
        'Mode',
        'SecurityPolicy',
        'SecurityPolicy',
        'EndpointAccessMode',
      ]),
      EndpointConfiguration: rewrite(sam.read('EndpointConfiguration'), endpointOf),
      Policy: sam.read('Policy') ?? resourcePolicyOf(isIntrinsic(auth) ? madeByTransform : own(auth, 'ResourcePolicy')),
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
    ...domainOf(sam, 'AWS::ApiGateway::DomainName', stage.logicalId),
    ...authorizerPermissions(sam, true),
    ...usagePlanOf(sam, stage.logicalId),
    ...routes.map((route) => routePermission(route, logicalId, stageName === '' ? '*' : stageName)),
  ];
}

/**
 * Whether what events call is added to the definition: to one that is written only if that is asked for.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html#sam-api-mergedefinitions
 */
function isMerged(sam: SamResource): boolean {
  return sam.read('DefinitionBody') === undefined || String(sam.read('MergeDefinitions')) === 'true';
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
  const auth = sam.read('Auth');
  const definition = bodyOf(sam, routes, { logicalId, auth, schemes: httpSchemes(auth) });
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
  const stage = sam.beside(suffix, 'AWS::ApiGatewayV2::Stage', properties, [], sources);
  return [
    { ...api, writtenAt: [...(api.writtenAt ?? []), ...definition.writtenAt] },
    stage,
    ...domainOf(sam, 'AWS::ApiGatewayV2::DomainName', stage.logicalId),
    ...authorizerPermissions(sam, false),
    ...routes.map((route) => routePermission(route, logicalId, '*')),
  ];
}

function bodyOf(sam: SamResource, routes: readonly Route[], settings: ApiSettings): Definition {
  const definition = definitionOf(sam.read('DefinitionBody'), routes, settings);
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

function domainOf(sam: SamResource, type: string, stage: string): readonly DeclaredResource[] {
  const domain = sam.read('Domain');
  if (!isObject(domain)) return [];
  const isOpen: boolean = isIntrinsic(domain);
  if (isOpen) return [sam.beside('Domain', type, madeByTransform, ['Domain'])];
  const { DomainName, CertificateArn, SecurityPolicy, EndpointConfiguration } = domain;
  const isV2 = type.includes('V2');
  const ofV2 = { CertificateArn, SecurityPolicy, EndpointType: EndpointConfiguration };
  const properties = isV2
    ? { DomainNameConfigurations: [defined({ ...ofV2, ...pick(domain, ['OwnershipVerificationCertificateArn']) })] }
    : {
        SecurityPolicy,
        ...(EndpointConfiguration === 'REGIONAL' ? { RegionalCertificateArn: CertificateArn } : { CertificateArn }),
        EndpointConfiguration: rewrite(EndpointConfiguration, endpointOf),
        ...pick(domain, ['OwnershipVerificationCertificateArn', 'EndpointAccessMode', 'Policy']),
      };
  const sources = { SecurityPolicy: 'Domain.SecurityPolicy' };
  const shared = { DomainName, ...pick(domain, ['MutualTlsAuthentication']) };
  const name = sam.beside('Domain', type, defined({ ...shared, ...properties }), ['Domain'], sources);
  const mappings = listOf(domain.BasePath ?? (isV2 ? '' : '/')).map((BasePath, index) =>
    sam.beside(
      `BasePathMapping${index}`,
      isV2 ? 'AWS::ApiGatewayV2::ApiMapping' : 'AWS::ApiGateway::BasePathMapping',
      isV2
        ? {
            DomainName: { Ref: name.logicalId },
            ApiId: { Ref: sam.logicalId },
            Stage: { Ref: stage },
            ApiMappingKey: BasePath,
          }
        : { DomainName: { Ref: name.logicalId }, RestApiId: { Ref: sam.logicalId }, Stage: { Ref: stage }, BasePath },
      ['Domain', 'BasePath'],
    ),
  );
  return [name, ...mappings];
}

function usagePlanOf(sam: SamResource, stage: string): readonly DeclaredResource[] {
  const plan = own(sam.read('Auth'), 'UsagePlan');
  if (!isObject(plan) || own(plan, 'CreateUsagePlan') === 'NONE') return [];
  const path = ['Auth', 'UsagePlan'];
  const properties = {
    ...pick(plan, ['Description', 'Quota', 'Tags', 'Throttle', 'UsagePlanName']),
    ApiStages: [{ ApiId: { Ref: sam.logicalId }, Stage: { Ref: stage } }],
  };
  const usagePlan = sam.beside('UsagePlan', 'AWS::ApiGateway::UsagePlan', properties, path);
  const StageKeys = [{ RestApiId: { Ref: sam.logicalId }, StageName: { Ref: stage } }];
  const key = sam.beside('ApiKey', 'AWS::ApiGateway::ApiKey', { Enabled: true, StageKeys }, path);
  const connection = { KeyId: { Ref: key.logicalId }, KeyType: 'API_KEY', UsagePlanId: { Ref: usagePlan.logicalId } };
  return [usagePlan, key, sam.beside('UsagePlanKey', 'AWS::ApiGateway::UsagePlanKey', connection, path)];
}

/** Lets the API call the functions that say who may call it. */
function authorizerPermissions(sam: SamResource, isByDefault: boolean): readonly DeclaredResource[] {
  const authorizers = own(sam.read('Auth'), 'Authorizers');
  if (!isObject(authorizers) || isIntrinsic(authorizers)) return [];
  const arn = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${sam.logicalId}}/authorizers/*`;
  return Object.entries(authorizers).flatMap(([name, authorizer]) => {
    const FunctionName = own(authorizer, 'FunctionArn');
    const isOff = own(authorizer, 'DisableFunctionDefaultPermissions') === true;
    const isOn = isByDefault ? !isOff : own(authorizer, 'EnableFunctionDefaultPermissions') === true;
    if (FunctionName === undefined || !isOn) return [];
    const allowed = { Action: 'lambda:InvokeFunction', FunctionName, Principal: 'apigateway.amazonaws.com' };
    const properties = { ...allowed, SourceArn: { 'Fn::Sub': arn } };
    return [
      sam.beside(`${name}AuthorizerPermission`, 'AWS::Lambda::Permission', properties, ['Auth', 'Authorizers', name]),
    ];
  });
}
