import { aliasOf, eventTarget } from './alias';
import { destinationConfig, destinationPolicies, endsWithoutDestination } from './destinations';
import { eventsOf } from './events';
import type { Events } from './events';
import { arnOf, defined, isIntrinsic, madeByTransform, pick, rewrite, tagsOf } from './raw';
import { allowing, policy, roleFor, trust } from './role';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** What SAM makes something else of; Lambda gets everything else as it is written, be it newer than this list. */
const rewritten = [
  'AssumeRolePolicyDocument',
  'AutoPublishAlias',
  'AutoPublishAliasAllProperties',
  'AutoPublishCodeSha256',
  'CodeUri',
  'DeadLetterQueue',
  'DeploymentPreference',
  'EventInvokeConfig',
  'Events',
  'FunctionUrlConfig',
  'ImageUri',
  'InlineCode',
  'PermissionsBoundary',
  'Policies',
  'PropagateTags',
  'ProvisionedConcurrencyConfig',
  'RolePath',
  'SourceKMSKeyArn',
  'Tags',
  'Tracing',
  'VersionDeletionPolicy',
  'VersionDescription',
];

/**
 * The resources that an `AWS::Serverless::Function` stands for.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
export function functionResources(sam: SamResource): readonly DeclaredResource[] {
  const { logicalId } = sam;
  const events = eventsOf(sam);
  const properties = defined({
    ...Object.fromEntries(Object.entries(sam.properties).filter(([name]) => !rewritten.includes(name))),
    Role: sam.read('Role') ?? arnOf(`${logicalId}Role`),
    Code: codeOf(sam),
    DeadLetterConfig: rewrite(sam.read('DeadLetterQueue'), (queue) => ({ TargetArn: own(queue, 'TargetArn') })),
    TracingConfig: tracingOf(sam.read('Tracing')),
    Tags: tagsOf(sam.read('Tags')),
  });
  return [
    sam.itself('AWS::Lambda::Function', properties, {
      'Code.ZipFile': 'InlineCode',
      'Code.ImageUri': 'ImageUri',
      Code: 'CodeUri',
      DeadLetterConfig: 'DeadLetterQueue',
      TracingConfig: 'Tracing',
    }),
    ...(sam.read('Role') === undefined ? [executionRole(sam, events)] : []),
    ...urlOf(sam),
    ...invokeConfigOf(sam),
    ...versionOf(sam),
    ...deploymentOf(sam),
    ...events.resources,
  ];
}

function codeOf(sam: SamResource): unknown {
  const [code, inline, image] = ['CodeUri', 'InlineCode', 'ImageUri'].map((name) => sam.read(name));
  if (inline !== undefined) return { ZipFile: inline };
  if (image !== undefined) return { ImageUri: image };
  const key = defined({ SourceKMSKeyArn: sam.read('SourceKMSKeyArn') });
  return rewrite(code, (plain) => {
    if (!isObject(plain)) return locationOf(String(plain), key);
    return { ...key, ...defined({ S3Bucket: plain.Bucket, S3Key: plain.Key, S3ObjectVersion: plain.Version }) };
  });
}

/** Of what is on a disk only the deployment knows where it lies. */
function locationOf(uri: string, key: JsonObject): unknown {
  const [, S3Bucket, S3Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  return S3Bucket === undefined ? uri : { ...key, S3Bucket, S3Key };
}

function tracingOf(mode: unknown): unknown {
  return mode === undefined || mode === 'Disabled' ? undefined : { Mode: mode };
}

function executionRole(sam: SamResource, ofEvents: Events): DeclaredResource {
  const queue = sam.read('DeadLetterQueue');
  const send = own(queue, 'Type') === 'SNS' ? 'sns:Publish' : 'sqs:SendMessage';
  const ofQueue = isIntrinsic(queue) ? madeByTransform : allowing(send, own(queue, 'TargetArn') ?? madeByTransform);
  const config = own(sam.read('EventInvokeConfig'), 'DestinationConfig');
  return roleFor(sam, {
    service: 'lambda.amazonaws.com',
    managed: [
      'service-role/AWSLambdaBasicExecutionRole',
      ...(sam.read('Tracing') === undefined ? [] : ['AWSXRayDaemonWriteAccess']),
      ...(sam.read('VpcConfig') === undefined ? [] : ['service-role/AWSLambdaVPCAccessExecutionRole']),
      ...ofEvents.managedPolicies,
    ],
    inline: [
      ...(queue === undefined ? [] : [policy('DeadLetterQueuePolicy', ofQueue)]),
      ...destinationPolicies('', config, (end) => madeDestination(sam, end)),
      ...ofEvents.inlinePolicies,
    ],
  });
}

/** A function URL, with the permissions that let everybody call it where it asks nobody who they are. */
function urlOf(sam: SamResource): readonly DeclaredResource[] {
  const config = sam.read('FunctionUrlConfig');
  if (!isObject(config)) return [];
  const path = ['FunctionUrlConfig'];
  if (isIntrinsic(config)) return [sam.beside('Url', 'AWS::Lambda::Url', madeByTransform, path)];
  const type = own(config, 'AuthType');
  const Qualifier = sam.read('AutoPublishAlias');
  const properties = pick(config, ['AuthType', 'Cors', 'InvokeMode']);
  const url = sam.beside(
    'Url',
    'AWS::Lambda::Url',
    defined({ TargetFunctionArn: { Ref: sam.logicalId }, Qualifier, ...properties }),
    path,
    { AuthType: 'FunctionUrlConfig.AuthType', Cors: 'FunctionUrlConfig.Cors' },
  );
  if (type !== 'NONE') return [url];
  const FunctionName = eventTarget(sam);
  const permission = (suffix: string, allowed: JsonObject) =>
    sam.beside(suffix, 'AWS::Lambda::Permission', { FunctionName, Principal: '*', ...allowed }, [...path, 'AuthType']);
  return [
    url,
    permission('UrlPublicPermissions', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
    permission('URLInvokeAllowPublicAccess', { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true }),
  ];
}

/** What happens to asynchronous calls, with the queues and topics that SAM makes where none is named. */
function invokeConfigOf(sam: SamResource): readonly DeclaredResource[] {
  const config = sam.read('EventInvokeConfig');
  if (!isObject(config)) return [];
  const path = ['EventInvokeConfig'];
  const type = 'AWS::Lambda::EventInvokeConfig';
  if (isIntrinsic(config)) return [sam.beside('EventInvokeConfig', type, madeByTransform, path)];
  const destinations = own(config, 'DestinationConfig');
  const properties = defined({
    FunctionName: { Ref: sam.logicalId },
    Qualifier: sam.read('AutoPublishAlias') ?? '$LATEST',
    ...pick(config, ['MaximumEventAgeInSeconds', 'MaximumRetryAttempts']),
    DestinationConfig: destinationConfig(destinations, (end) => madeDestination(sam, end)),
  });
  const made = endsWithoutDestination(destinations).map((one) =>
    sam.beside(
      `EventInvokeConfig${one.end}${one.type === 'SQS' ? 'Queue' : 'Topic'}`,
      one.type === 'SQS' ? 'AWS::SQS::Queue' : 'AWS::SNS::Topic',
      {},
      [...path, 'DestinationConfig', one.end],
    ),
  );
  const sources = Object.fromEntries(
    ['DestinationConfig', 'MaximumEventAgeInSeconds', 'MaximumRetryAttempts'].map((name) => [
      name,
      `EventInvokeConfig.${name}`,
    ]),
  );
  return [sam.beside('EventInvokeConfig', type, properties, path, sources), ...made];
}

function madeDestination(sam: SamResource, end: string): unknown {
  const config = own(sam.read('EventInvokeConfig'), 'DestinationConfig');
  const made = endsWithoutDestination(config).find((one) => one.end === end);
  if (!made) return undefined;
  const name = `${sam.logicalId}EventInvokeConfig${end}`;
  return made.type === 'SQS' ? arnOf(`${name}Queue`) : { Ref: `${name}Topic` };
}

/** How a new version gets its traffic: an application of CodeDeploy for all functions, and its role. */
function deploymentOf(sam: SamResource): readonly DeclaredResource[] {
  const preference = sam.read('DeploymentPreference');
  const isOff = own(preference, 'Enabled');
  if (preference === undefined || isOff === false || String(isOff) === 'false') return [];
  const path = ['DeploymentPreference'];
  const given = own(preference, 'Role');
  const shared = (logicalId: string, type: string, properties: JsonObject): DeclaredResource => ({
    ...sam.beside('', type, properties, path),
    logicalId,
  });
  const group = defined({
    ApplicationName: { Ref: 'ServerlessDeploymentApplication' },
    ServiceRoleArn: given ?? arnOf('CodeDeployServiceRole'),
    DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
    DeploymentConfigName: own(preference, 'Type') ?? madeByTransform,
  });
  const managed = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited';
  const role = {
    AssumeRolePolicyDocument: trust('codedeploy.amazonaws.com'),
    ManagedPolicyArns: [{ 'Fn::Sub': managed }],
  };
  return [
    sam.beside('DeploymentGroup', 'AWS::CodeDeploy::DeploymentGroup', group, path),
    shared('ServerlessDeploymentApplication', 'AWS::CodeDeploy::Application', { ComputePlatform: 'Lambda' }),
    ...(given === undefined ? [shared('CodeDeployServiceRole', 'AWS::IAM::Role', role)] : []),
  ];
}

function versionOf(sam: SamResource): readonly DeclaredResource[] {
  const alias = aliasOf(sam);
  if (alias === undefined) return [];
  const FunctionName = { Ref: sam.logicalId };
  const path = ['AutoPublishAlias'];
  return [
    sam.beside('Version', 'AWS::Lambda::Version', { FunctionName }, path),
    sam.beside(
      alias.slice(sam.logicalId.length),
      'AWS::Lambda::Alias',
      defined({
        FunctionName,
        Name: sam.read('AutoPublishAlias'),
        FunctionVersion: { 'Fn::GetAtt': [`${sam.logicalId}Version`, 'Version'] },
        ProvisionedConcurrencyConfig: sam.read('ProvisionedConcurrencyConfig'),
      }),
      path,
    ),
  ];
}
