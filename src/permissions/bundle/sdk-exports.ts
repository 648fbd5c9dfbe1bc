import {
  actionsOfOperation,
  operationOfDocumentCommand,
  operationOfWaiter,
  servicePrefixOf,
} from '../../facts/sdk-operations';

/** A call of a service: the client of the SDK without `@aws-sdk/client-`, and the operation. */
export interface Operation {
  readonly client: string;
  readonly operation: string;
}

/** What code that mentions an export calls. */
export interface Mention {
  /** What it calls whenever it is used. */
  readonly calls: readonly Operation[];
  /** What it may call. */
  readonly mayCall?: readonly Operation[];
  /** The client of which nobody can tell what is called. */
  readonly unread?: string;
}

const nothing: Mention = { calls: [] };

/** The client that a module of the SDK is, without `@aws-sdk/client-`. */
export function clientOf(module: string): string | undefined {
  if (module === documentClient) return 'dynamodb';
  return /^@aws-sdk\/client-([a-z0-9-]+)$/.exec(module)?.[1];
}

const documentClient = '@aws-sdk/lib-dynamodb';

/** Whether some module exports something under that name whose mention means a call. */
export function isNameOfMention(name: string): boolean {
  return (
    /Command$|^paginate[A-Z]|^wait(?:Until|For)[A-Z]/.test(name) ||
    Object.values(libraries).some((library) => Object.hasOwn(library, name))
  );
}

/** What it means that code names an export of a module. */
export function mentionOf(module: string, name: string): Mention {
  const client = clientOf(module);
  if (client !== undefined) return ofClient(module, client, name);
  const library = Object.hasOwn(libraries, module) ? libraries[module] : undefined;
  return library && Object.hasOwn(library, name) ? library[name] : nothing;
}

/** What it means that code calls a method of what was made of an export. */
export function mentionOfMethod(module: string, name: string, method: string): Mention {
  const client = clientOf(module);
  if (client === undefined) {
    const library = Object.hasOwn(providers, module) ? providers[module][name] : undefined;
    return library && Object.hasOwn(library, method) ? library[method] : nothing;
  }
  if (!isAggregated(module, name)) return nothing;
  const called = callOf(module, client, method[0].toUpperCase() + method.slice(1));
  if (called) return { calls: [called] };
  return /^(?:send|destroy|config|middlewareStack|paginate|waitUntil)/.test(method) ? nothing : { calls: [] };
}

/** Whether it is a class that has the operations as its methods: `S3`, and not `S3Client`. */
export function isAggregated(module: string, name: string): boolean {
  return (
    clientOf(module) !== undefined && /^[A-Z]/.test(name) && !/(?:Client|Command|Exception|Error|Fault)$/.test(name)
  );
}

function ofClient(module: string, client: string, name: string): Mention {
  const [, command] = /^([A-Z]\w*)Command$/.exec(name) ?? [];
  const [, page] = /^paginate([A-Z]\w*)$/.exec(name) ?? [];
  const [, waiter] = /^wait(?:Until|For)([A-Z]\w*)$/.exec(name) ?? [];
  if (waiter !== undefined) {
    const operation = operationOfWaiter(client, waiter);
    return operation === undefined ? { calls: [], unread: client } : { calls: [{ client, operation }] };
  }
  const mentioned = command ?? page;
  if (mentioned === undefined || name === '$Command') return nothing;
  const called = callOf(module, client, mentioned);
  return called ? { calls: [called] } : { calls: [], unread: client };
}

function callOf(module: string, client: string, name: string): Operation | undefined {
  const operation = module === documentClient ? (operationOfDocumentCommand(name) ?? name) : name;
  return actionsOfOperation(client, operation) ? { client, operation } : undefined;
}

/** Whether the service of a client is one that we know. */
export function isKnownClient(module: string): boolean {
  const client = clientOf(module);
  return client !== undefined && servicePrefixOf(client) !== undefined;
}

const s3 = (...operations: string[]): Operation[] => operations.map((operation) => ({ client: 's3', operation }));
const one = (client: string, ...operations: string[]): Mention => ({
  calls: operations.map((operation) => ({ client, operation })),
});
const maybe = (client: string, ...operations: string[]): Mention => ({
  calls: [],
  mayCall: operations.map((operation) => ({ client, operation })),
});

const ssm = '@aws-lambda-powertools/parameters/ssm';
const secrets = '@aws-lambda-powertools/parameters/secrets';
const appConfig = '@aws-lambda-powertools/parameters/appconfig';
const dynamoDb = '@aws-lambda-powertools/parameters/dynamodb';

/** Libraries that call a service for their caller, by what they export. */
const libraries: Readonly<Record<string, Readonly<Record<string, Mention>>>> = {
  // https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-storage/Class/Upload/
  '@aws-sdk/lib-storage': {
    Upload: {
      calls: s3('PutObject'),
      mayCall: s3(
        'CreateMultipartUpload',
        'UploadPart',
        'CompleteMultipartUpload',
        'AbortMultipartUpload',
        'PutObjectTagging',
      ),
    },
  },
  // Presigns the command that it is given, which is mentioned too.
  '@aws-sdk/s3-request-presigner': { S3RequestPresigner: { calls: [], unread: 's3' } },
  // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html
  '@aws-sdk/s3-presigned-post': { createPresignedPost: one('s3', 'PutObject') },
  '@aws-sdk/polly-request-presigner': { getSynthesizeSpeechUrl: one('polly', 'SynthesizeSpeech') },
  '@aws-sdk/credential-providers': {
    fromTemporaryCredentials: one('sts', 'AssumeRole'),
    fromCognitoIdentity: nothing,
    fromCognitoIdentityPool: nothing,
  },
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/parameters/#getting-started
  [ssm]: {
    getParameter: one('ssm', 'GetParameter'),
    getParameters: one('ssm', 'GetParametersByPath'),
    getParametersByName: { ...one('ssm', 'GetParameters'), mayCall: [{ client: 'ssm', operation: 'GetParameter' }] },
    setParameter: one('ssm', 'PutParameter'),
  },
  [secrets]: { getSecret: one('secrets-manager', 'GetSecretValue') },
  [appConfig]: { getAppConfig: one('appconfigdata', 'StartConfigurationSession', 'GetLatestConfiguration') },
  '@aws-lambda-powertools/idempotency/dynamodb': {
    DynamoDBPersistenceLayer: maybe('dynamodb', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
  },
};

/** The same for what is made of their classes. */
const providers: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Mention>>>>>> = {
  [ssm]: {
    SSMProvider: {
      get: one('ssm', 'GetParameter'),
      getMultiple: one('ssm', 'GetParametersByPath'),
      getParametersByName: { ...one('ssm', 'GetParameters'), mayCall: [{ client: 'ssm', operation: 'GetParameter' }] },
      set: one('ssm', 'PutParameter'),
    },
  },
  [secrets]: { SecretsProvider: { get: one('secrets-manager', 'GetSecretValue') } },
  [appConfig]: {
    AppConfigProvider: { get: one('appconfigdata', 'StartConfigurationSession', 'GetLatestConfiguration') },
  },
  [dynamoDb]: {
    DynamoDBProvider: { get: one('dynamodb', 'GetItem'), getMultiple: one('dynamodb', 'Query') },
  },
};
