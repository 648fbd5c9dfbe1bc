import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import {
  FunctionSecret,
  Rotation,
  ScopedRole,
  SecureFunction,
  SecureKey,
  SecureNodejsFunction,
  SecureSecret,
  SecureStringParameter,
} from '../../src';
import type { SecureFunctionProps } from '../../src';

const env = { account: '111122223333', region: 'eu-west-1' };
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const completeArn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders/db-AbCdEf';
const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

type Secrets = Record<string, FunctionSecret>;

function functionWith(stack: Stack, secrets: Secrets, props: Partial<SecureFunctionProps> = {}): SecureFunction {
  return new SecureFunction(stack, 'Fn', { ...code, ...props, secrets });
}

const keyIn = (stack: Stack) => kms.Key.fromKeyArn(stack, 'Key', keyArn);

interface Written {
  readonly Action: string;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** As it would be in the partition `aws`, which some feature flags write out. */
function inAws<T>(rendered: T): T {
  const text = JSON.stringify(rendered)
    .replaceAll('{"Ref":"AWS::Partition"}', '"aws"')
    .replaceAll('{"Ref":"AWS::URLSuffix"}', '"amazonaws.com"');
  return JSON.parse(text, (_, value: unknown) => {
    const joined = (value as { 'Fn::Join'?: [string, unknown[]] } | null)?.['Fn::Join'];
    return joined?.[1].every((part) => typeof part === 'string') ? joined[1].join(joined[0]) : value;
  }) as T;
}

/** What the role may do with parameters, secrets and keys, its environment aside. */
function statementsOf(stack: Stack): Written[] {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy');
  return Object.values(inAws(policies))
    .flatMap(({ Properties }) => (Properties as { PolicyDocument: { Statement: Written[] } }).PolicyDocument.Statement)
    .filter(({ Action }) => /^(ssm|secretsmanager|kms):/.test([Action].flat()[0]))
    .filter(({ Condition }) => !JSON.stringify(Condition ?? '').includes('lambda:SourceFunctionArn'))
    .sort((one, other) => (one.Action < other.Action ? 1 : -1));
}

function variablesOf(stack: Stack): Record<string, unknown> {
  const functions = inAws(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
  const fn = functions[Object.keys(functions).find((id) => id.startsWith('Fn'))!];
  return (fn.Properties as { Environment: { Variables: Record<string, unknown> } }).Environment.Variables;
}

const parameterArn = (path: string) => `arn:aws:ssm:eu-west-1:111122223333:parameter/${path}`;
const through = (service: string) => ({ 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` });

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  const newStack = () => new Stack(new App({ context }), 'Stack', { env });
  const imported = (stack: Stack, parameterName: string, encryptionKey?: kms.IKey) =>
    ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Parameter', { parameterName, encryptionKey });

  test.each<[string, (stack: Stack) => FunctionSecret, string, string]>([
    ['a name in a hierarchy', () => FunctionSecret.ssmName('/orders/db'), '/orders/db', 'orders/db'],
    ['a plain name', () => FunctionSecret.ssmName('db'), 'db', 'db'],
    ['an import in a hierarchy', (stack) => FunctionSecret.ssm(imported(stack, '/a/b')), '/a/b', 'a/b'],
    ['an import with a plain name', (stack) => FunctionSecret.ssm(imported(stack, 'b')), 'b', 'b'],
    ['a version', () => FunctionSecret.ssmName('/orders/db', { version: 3 }), '/orders/db:3', 'orders/db'],
    ['a label', () => FunctionSecret.ssmName('/orders/db', { label: 'live' }), '/orders/db:live', 'orders/db'],
  ])('%s: the environment has the name, the role exactly its ARN, and no key of AWS', (__, secret, name, path) => {
    const stack = newStack();
    functionWith(stack, { DB_PASSWORD: secret(stack) });
    expect(variablesOf(stack)).toEqual({ DB_PASSWORD_PARAMETER_NAME: name });
    expect(statementsOf(stack)).toEqual([
      { Action: 'ssm:GetParameter', Effect: 'Allow', Resource: parameterArn(path) },
    ]);
  });

  test.each<[string, (stack: Stack) => FunctionSecret]>([
    ['by name', (stack) => FunctionSecret.ssmName('/orders/db', { encryptionKey: keyIn(stack) })],
    ['by import', (stack) => FunctionSecret.ssm(imported(stack, '/orders/db', keyIn(stack)))],
  ])('a parameter with a customer key, %s, is decrypted through the Parameter Store for itself only', (__, secret) => {
    const stack = newStack();
    functionWith(stack, { DB_PASSWORD: secret(stack) });
    expect(statementsOf(stack)).toContainEqual({
      Action: 'kms:Decrypt',
      Condition: {
        StringEquals: { ...through('ssm'), 'kms:EncryptionContext:PARAMETER_ARN': parameterArn('orders/db') },
      },
      Effect: 'Allow',
      Resource: keyArn,
    });
  });

  test('the alias of the key that AWS manages is the same as no key', () => {
    const stack = newStack();
    const encryptionKey = kms.Alias.fromAliasName(stack, 'Key', 'alias/aws/ssm');
    functionWith(stack, { DB_PASSWORD: FunctionSecret.ssmName('/orders/db', { encryptionKey }) });
    expect(statementsOf(stack).map(({ Action }) => Action)).toEqual(['ssm:GetParameter']);
  });

  test('a parameter that another account shares is named by its ARN', () => {
    const app = new App({ context });
    const theirs = new Stack(app, 'Theirs', { env: { account: '444455556666', region: 'eu-west-1' } });
    const stack = new Stack(app, 'Stack', { env });
    functionWith(stack, { DB_PASSWORD: FunctionSecret.ssm(imported(theirs, '/orders/db', keyIn(theirs))) });
    const arn = 'arn:aws:ssm:eu-west-1:444455556666:parameter/orders/db';
    expect(variablesOf(stack)).toEqual({ DB_PASSWORD_PARAMETER_NAME: arn });
    expect(statementsOf(stack).map(({ Resource }) => Resource)).toEqual([arn, keyArn]);
  });

  test('a parameter that this app makes is read with its key', () => {
    const stack = newStack();
    const parameter = new SecureStringParameter(stack, 'Parameter', { parameterName: '/orders/db' });
    functionWith(stack, { DB_PASSWORD: FunctionSecret.ssm(parameter) });
    expect(variablesOf(stack)).toEqual({
      DB_PASSWORD_PARAMETER_NAME: stack.resolve(parameter.parameterName) as unknown,
    });
    const [fnPolicy] = Object.values(inAws(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).filter(
      (policy) => JSON.stringify(policy).includes('"Roles":[{"Ref":"FnServiceRole'),
    );
    expect(JSON.stringify(fnPolicy)).toContain(
      JSON.stringify({ Action: 'ssm:GetParameter', Effect: 'Allow', Resource: parameterArn('orders/db') }),
    );
    expect(JSON.stringify(fnPolicy)).toContain(`"kms:EncryptionContext:PARAMETER_ARN":"${parameterArn('orders/db')}"`);
  });

  test.each<[string, (stack: Stack) => secretsmanager.ISecret, string, string, unknown]>([
    [
      'its complete ARN',
      (stack) =>
        secretsmanager.Secret.fromSecretAttributes(stack, 'Secret', {
          secretCompleteArn: completeArn,
          encryptionKey: keyIn(stack),
        }),
      completeArn,
      completeArn,
      { StringEquals: { ...through('secretsmanager'), 'kms:EncryptionContext:SecretARN': completeArn } },
    ],
    [
      'its ARN without the six characters',
      (stack) =>
        secretsmanager.Secret.fromSecretAttributes(stack, 'Secret', {
          secretPartialArn: completeArn.slice(0, -7),
          encryptionKey: keyIn(stack),
        }),
      completeArn.slice(0, -7),
      `${completeArn.slice(0, -7)}-??????`,
      {
        StringEquals: through('secretsmanager'),
        StringLike: { 'kms:EncryptionContext:SecretARN': `${completeArn.slice(0, -7)}-??????` },
      },
    ],
  ])('a secret that is known by %s', (__, secret, variable, arn, Condition) => {
    const stack = newStack();
    functionWith(stack, { DB: FunctionSecret.secretsManager(secret(stack), { jsonField: 'password' }) });
    expect(variablesOf(stack)).toEqual({ DB_SECRET_ARN: variable, DB_JSON_FIELD: 'password' });
    expect(statementsOf(stack)).toEqual([
      { Action: 'secretsmanager:GetSecretValue', Effect: 'Allow', Resource: arn },
      { Action: 'kms:Decrypt', Condition, Effect: 'Allow', Resource: keyArn },
    ]);
  });

  test('a staging label is in the environment, and in the permission', () => {
    const stack = newStack();
    const secret = new secretsmanager.Secret(stack, 'Secret');
    functionWith(stack, { DB: FunctionSecret.secretsManager(secret, { versionStage: 'AWSPREVIOUS' }) });
    expect(variablesOf(stack)).toMatchObject({ DB_VERSION_STAGE: 'AWSPREVIOUS' });
    expect(statementsOf(stack)).toMatchObject([
      { Condition: { 'ForAnyValue:StringEquals': { 'secretsmanager:VersionStage': ['AWSPREVIOUS'] } } },
    ]);
  });

  test('a secret of a stack in another account lets the function in on its side too, and so does its key', () => {
    const app = new App({ context });
    const theirs = new Stack(app, 'Theirs', { env: { account: '444455556666', region: 'eu-west-1' } });
    const stack = new Stack(app, 'Stack', { env });
    const secret = new SecureSecret(theirs, 'Secret', {
      secretName: 'orders',
      encryptionKey: new SecureKey(theirs, 'Key', { alias: 'orders' }),
      rotation: Rotation.none('issued by the payment provider'),
    });
    const role = new ScopedRole(stack, 'Role', { roleName: 'orders' });
    functionWith(stack, { DB: FunctionSecret.secretsManager(secret) }, { role });
    const theirPolicies = JSON.stringify(inAws(Template.fromStack(theirs).toJSON()));
    expect(theirPolicies.match(/"Principal":\{"AWS":"arn:aws:iam::111122223333:role\/orders"\}/g)).toHaveLength(2);
    expect(theirPolicies).toContain('"aws:PrincipalAccount":["444455556666","111122223333"]');
    expect(statementsOf(stack)).toMatchObject([
      { Resource: expect.stringContaining(':444455556666:secret:orders-??????') as unknown },
      {
        Condition: {
          StringLike: { 'kms:EncryptionContext:SecretARN': expect.stringContaining('orders-??????') as unknown },
        },
      },
    ]);
  });

  test.each<[string, (stack: Stack, secrets: Secrets) => SecureFunction | SecureNodejsFunction]>([
    ['SecureFunction', (stack, secrets) => new SecureFunction(stack, 'Fn', { ...code, secrets })],
    [
      'SecureNodejsFunction',
      (stack, secrets) =>
        new SecureNodejsFunction(stack, 'Fn', { entry: join(__dirname, '../mutation/orders.ts'), secrets }),
    ],
  ])('%s takes secrets as an option and later, to the same effect', (__, make) => {
    const secrets = { A: FunctionSecret.ssmName('/a'), B: FunctionSecret.ssmName('/b') };
    const [option, later] = [newStack(), newStack()];
    make(option, secrets);
    const fn = make(later, { A: secrets.A });
    fn.addSecret('B', secrets.B);
    expect(Template.fromStack(later).toJSON()).toEqual(Template.fromStack(option).toJSON());
  });

  test('the extension of AWS is attached once, with its settings, and nothing about it looks like a secret', () => {
    const stack = newStack();
    functionWith(
      stack,
      { DB_PASSWORD: FunctionSecret.ssmName('/orders/db') },
      {
        architecture: lambda.Architecture.ARM_64,
        paramsAndSecrets: lambda.ParamsAndSecretsLayerVersion.fromVersion(lambda.ParamsAndSecretsVersions.V1_0_103, {
          cacheSize: 10,
          logLevel: lambda.ParamsAndSecretsLogLevel.WARN,
        }),
      },
    );
    const [fn] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
    expect((fn.Properties as { Layers: unknown }).Layers).toEqual([
      expect.stringMatching(
        /^arn:aws:lambda:eu-west-1:\d{12}:layer:AWS-Parameters-and-Secrets-Lambda-Extension-Arm64:\d+$/,
      ),
    ]);
    expect(variablesOf(stack)).toMatchObject({
      DB_PASSWORD_PARAMETER_NAME: '/orders/db',
      PARAMETERS_SECRETS_EXTENSION_CACHE_SIZE: '10',
      PARAMETERS_SECRETS_EXTENSION_LOG_LEVEL: 'warn',
    });
  });

  test('a role that somebody else made gets the permissions as they are', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    functionWith(
      stack,
      { DB_PASSWORD: FunctionSecret.ssmName('/orders/db') },
      { role: ScopedRole.existing(role, 'the platform team owns it') },
    );
    expect(statementsOf(stack)).toMatchObject([{ Action: 'ssm:GetParameter', Resource: parameterArn('orders/db') }]);
  });
});
