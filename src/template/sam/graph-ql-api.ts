import { arnOf, defined, isIntrinsic, madeByTransform, pick, rewrite, tagsOf } from './raw';
import { policy, policyDocument, trust } from './role';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/**
 * The resources that an `AWS::Serverless::GraphQLApi` stands for; what resolves a field stays with the transform.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html
 */
export function graphQlResources(sam: SamResource): readonly DeclaredResource[] {
  const auth = sam.read('Auth');
  const logging = sam.read('Logging');
  const properties = defined({
    Name: sam.read('Name') ?? sam.logicalId,
    ...pick(sam.properties, [
      'EnvironmentVariables',
      'IntrospectionConfig',
      'OwnerContact',
      'QueryDepthLimit',
      'ResolverCountLimit',
      'Visibility',
      'XrayEnabled',
    ]),
    ...(isIntrinsic(auth) ? { AuthenticationType: madeByTransform } : providerOf(auth)),
    AdditionalAuthenticationProviders: rewrite(own(auth, 'Additional'), (more) =>
      Array.isArray(more) ? more.map(providerOf) : madeByTransform,
    ),
    LogConfig: logging === false ? undefined : logConfigOf(sam, logging),
    Tags: tagsOf(sam.read('Tags')),
  });
  const api = sam.itself('AWS::AppSync::GraphQLApi', properties, {
    AuthenticationType: 'Auth.Type',
    AdditionalAuthenticationProviders: 'Auth.Additional',
    LogConfig: 'Logging',
  });
  const ofApi = { ApiId: { 'Fn::GetAtt': [sam.logicalId, 'ApiId'] } };
  return [
    api,
    ...loggingRole(sam, logging),
    ...named(sam.read('ApiKeys')).map(([name, key]) =>
      sam.beside(
        `ApiKey${name}`,
        'AWS::AppSync::ApiKey',
        { ...ofApi, ...pick(key, ['ApiKeyId', 'Description']), Expires: key.ExpiresOn },
        ['ApiKeys', name],
      ),
    ),
    ...cacheOf(sam, ofApi),
    ...dataSourcesOf(sam, ofApi),
  ];
}

function cacheOf(sam: SamResource, ofApi: JsonObject): readonly DeclaredResource[] {
  const cache = sam.read('Cache');
  if (!isObject(cache)) return [];
  const isOpen: boolean = isIntrinsic(cache);
  return [
    sam.beside('ApiCache', 'AWS::AppSync::ApiCache', isOpen ? madeByTransform : { ...ofApi, ...cache }, ['Cache']),
  ];
}

function providerOf(provider: unknown): JsonObject {
  return defined({
    AuthenticationType: own(provider, 'Type') ?? madeByTransform,
    LambdaAuthorizerConfig: own(provider, 'LambdaAuthorizer'),
    OpenIDConnectConfig: own(provider, 'OpenIDConnect'),
    UserPoolConfig: own(provider, 'UserPool'),
  });
}

/** All fields, but not the texts of requests, unless the template says otherwise. */
function logConfigOf(sam: SamResource, logging: unknown): unknown {
  if (isIntrinsic(logging)) return madeByTransform;
  const standard = { ExcludeVerboseContent: true, FieldLogLevel: 'ALL' };
  const given = isObject(logging) ? logging : standard;
  return { CloudWatchLogsRoleArn: arnOf(`${sam.logicalId}CloudWatchRole`), ...given };
}

function loggingRole(sam: SamResource, logging: unknown): readonly DeclaredResource[] {
  if (logging === false || own(logging, 'CloudWatchLogsRoleArn') !== undefined) return [];
  const managed = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs';
  const properties = {
    AssumeRolePolicyDocument: trust('appsync.amazonaws.com'),
    ManagedPolicyArns: [{ 'Fn::Sub': managed }],
  };
  const sources = { AssumeRolePolicyDocument: 'Logging.CloudWatchLogsRoleArn' };
  return [sam.beside('CloudWatchRole', 'AWS::IAM::Role', properties, ['Logging'], sources)];
}

function dataSourcesOf(sam: SamResource, ofApi: JsonObject): readonly DeclaredResource[] {
  const sources = sam.read('DataSources');
  return [
    ...named(own(sources, 'Lambda')).flatMap(([name, source]) => dataSource(name, source, 'Lambda')),
    ...named(own(sources, 'DynamoDb')).flatMap(([name, source]) => dataSource(name, source, 'DynamoDb')),
  ];

  function dataSource(name: string, source: JsonObject, kind: 'Lambda' | 'DynamoDb'): readonly DeclaredResource[] {
    const path = ['DataSources', kind, name];
    const roleId = `${name}Role`;
    const config = pick(source, ['Region', 'TableName', 'UseCallerCredentials', 'Versioned', 'DeltaSync']);
    const properties = defined({
      ...ofApi,
      Name: source.Name ?? name,
      Type: kind === 'Lambda' ? 'AWS_LAMBDA' : 'AMAZON_DYNAMODB',
      ServiceRoleArn: source.ServiceRoleArn ?? arnOf(`${sam.logicalId}${roleId}`),
      ...(kind === 'Lambda'
        ? { LambdaConfig: { LambdaFunctionArn: source.FunctionArn } }
        : { DynamoDBConfig: { AwsRegion: { Ref: 'AWS::Region' }, ...config } }),
    });
    const made = sam.beside(`${name}DataSource`, 'AWS::AppSync::DataSource', properties, path);
    if (source.ServiceRoleArn !== undefined) return [made];
    const role = {
      AssumeRolePolicyDocument: trust('appsync.amazonaws.com'),
      Policies: [policy(`${name}Policy`, policyDocument(kind === 'Lambda' ? ofFunction(source) : ofTable(source)))],
    };
    const writtenAt = { AssumeRolePolicyDocument: [...path, 'ServiceRoleArn'].join('.') };
    return [made, sam.beside(roleId, 'AWS::IAM::Role', role, path, writtenAt)];
  }
}

function ofFunction({ FunctionArn: arn = madeByTransform }: JsonObject): readonly JsonObject[] {
  const Resource = [arn, { 'Fn::Sub': ['${Arn}:*', { Arn: arn }] }];
  return [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource }];
}

function ofTable({ TableArn: arn = madeByTransform, Permissions: permissions }: JsonObject): readonly JsonObject[] {
  const read = ['GetItem', 'Query', 'Scan', 'BatchGetItem', 'ConditionCheckItem', 'PartiQLSelect'];
  const write = [
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'BatchWriteItem',
    'PartiQLDelete',
    'PartiQLInsert',
    'PartiQLUpdate',
  ];
  const isGiven = (name: string) => !Array.isArray(permissions) || permissions.includes(name);
  const names = [...(isGiven('Read') ? read : []), ...(isGiven('Write') ? write : [])];
  const Resource = [arn, { 'Fn::Sub': ['${Arn}/index/*', { Arn: arn }] }];
  return [{ Effect: 'Allow', Action: names.map((name) => `dynamodb:${name}`), Resource }];
}

function named(things: unknown): readonly (readonly [string, JsonObject])[] {
  if (!isObject(things) || isIntrinsic(things)) return [];
  return Object.entries(things).map(([name, thing]) => [name, isObject(thing) ? thing : {}]);
}
