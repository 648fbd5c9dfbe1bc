import { eventsOf } from './events';
import { arnOf, defined, pick, rewrite, tagsOf } from './raw';
import { allowing, policy, roleFor } from './role';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** What SAM hands to Lambda as it is. */
const handedOn = [
  'Architectures',
  'CapacityProviderConfig',
  'CodeSigningConfigArn',
  'Description',
  'DurableConfig',
  'Environment',
  'EphemeralStorage',
  'FileSystemConfigs',
  'FunctionName',
  'Handler',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'PackageType',
  'RecursiveLoop',
  'ReservedConcurrentExecutions',
  'Role',
  'Runtime',
  'RuntimeManagementConfig',
  'SnapStart',
  'TenancyConfig',
  'Timeout',
  'VpcConfig',
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
    ...pick(sam.properties, handedOn),
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
    ...(sam.read('Role') === undefined ? [executionRole(sam, events.managedPolicies)] : []),
    ...urlOf(sam),
    ...invokeConfigOf(sam),
    ...versionOf(sam),
    ...events.resources,
  ];
}

function codeOf(sam: SamResource): unknown {
  const [code, inline, image] = ['CodeUri', 'InlineCode', 'ImageUri'].map((name) => sam.read(name));
  if (inline !== undefined) return { ZipFile: inline };
  if (image !== undefined) return { ImageUri: image };
  const key = defined({ SourceKMSKeyArn: sam.read('SourceKMSKeyArn') });
  return rewrite(code, (plain) => {
    if (!isObject(plain)) return { ...key, S3Key: plain };
    return { ...key, ...defined({ S3Bucket: plain.Bucket, S3Key: plain.Key, S3ObjectVersion: plain.Version }) };
  });
}

function tracingOf(mode: unknown): unknown {
  return mode === undefined || mode === 'Disabled' ? undefined : { Mode: mode };
}

function executionRole(sam: SamResource, ofEvents: readonly string[]): DeclaredResource {
  const queue = sam.read('DeadLetterQueue');
  const send = own(queue, 'Type') === 'SNS' ? 'sns:Publish' : 'sqs:SendMessage';
  return roleFor(sam, {
    service: 'lambda.amazonaws.com',
    managed: [
      'service-role/AWSLambdaBasicExecutionRole',
      ...(sam.read('Tracing') === undefined ? [] : ['AWSXRayDaemonWriteAccess']),
      ...(sam.read('VpcConfig') === undefined ? [] : ['service-role/AWSLambdaVPCAccessExecutionRole']),
      ...ofEvents,
    ],
    inline:
      queue === undefined
        ? []
        : [policy('DeadLetterQueuePolicy', allowing(send, own(queue, 'TargetArn') ?? { Ref: 'AWS::NoValue' }))],
  });
}

/** A function URL, with the permissions that let everybody call it where it asks nobody who they are. */
function urlOf(sam: SamResource): readonly DeclaredResource[] {
  const config = sam.read('FunctionUrlConfig');
  if (!isObject(config)) return [];
  const type = own(config, 'AuthType');
  const path = ['FunctionUrlConfig'];
  const url = sam.beside(
    'Url',
    'AWS::Lambda::Url',
    defined({ TargetFunctionArn: { Ref: sam.logicalId }, ...pick(config, ['AuthType', 'Cors', 'InvokeMode']) }),
    path,
    { AuthType: 'FunctionUrlConfig.AuthType', Cors: 'FunctionUrlConfig.Cors' },
  );
  if (type !== 'NONE') return [url];
  const permission = (suffix: string, properties: JsonObject) =>
    sam.beside(
      suffix,
      'AWS::Lambda::Permission',
      { FunctionName: { Ref: sam.logicalId }, Principal: '*', ...properties },
      [...path, 'AuthType'],
    );
  return [
    url,
    permission('UrlPublicPermissions', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
    permission('URLInvokeAllowPublicAccess', { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true }),
  ];
}

function invokeConfigOf(sam: SamResource): readonly DeclaredResource[] {
  const config = sam.read('EventInvokeConfig');
  if (!isObject(config)) return [];
  const destinations = rewrite(own(config, 'DestinationConfig'), (plain) =>
    defined({
      OnFailure: rewrite(own(plain, 'OnFailure'), destinationOf),
      OnSuccess: rewrite(own(plain, 'OnSuccess'), destinationOf),
    }),
  );
  const properties = defined({
    FunctionName: { Ref: sam.logicalId },
    Qualifier: '$LATEST',
    ...pick(config, ['MaximumEventAgeInSeconds', 'MaximumRetryAttempts']),
    DestinationConfig: destinations,
  });
  return [sam.beside('EventInvokeConfig', 'AWS::Lambda::EventInvokeConfig', properties, ['EventInvokeConfig'])];
}

function destinationOf(plain: unknown): unknown {
  return defined({ Destination: own(plain, 'Destination') });
}

function versionOf(sam: SamResource): readonly DeclaredResource[] {
  const name = sam.read('AutoPublishAlias');
  if (name === undefined) return [];
  const FunctionName = { Ref: sam.logicalId };
  const path = ['AutoPublishAlias'];
  return [
    sam.beside('Version', 'AWS::Lambda::Version', { FunctionName }, path),
    sam.beside(
      typeof name === 'string' ? `Alias${name}` : 'Alias',
      'AWS::Lambda::Alias',
      defined({
        FunctionName,
        Name: name,
        FunctionVersion: { 'Fn::GetAtt': [`${sam.logicalId}Version`, 'Version'] },
        ProvisionedConcurrencyConfig: sam.read('ProvisionedConcurrencyConfig'),
      }),
      path,
    ),
  ];
}
