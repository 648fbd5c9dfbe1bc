import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { FunctionSecret, Rotation, SecureKey, SecureSecret, SecureStringParameter } from '../../../src';
import { through } from '../request';
import type { Context, Place, Request, Subject } from '../request';

const parameters = 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/';
const secrets = 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:';
const rotation = Rotation.none('issued by the payment provider');

function requests(actions: readonly string[], on: string, context?: Context): Request[] {
  return actions.map((action) => ({ action, on, context }));
}

/** What is not reading one value of one parameter. */
function otherThanReading(path: string): Request[] {
  return [
    ...requests(['ssm:PutParameter', 'ssm:DeleteParameter', 'ssm:LabelParameterVersion'], `${parameters}${path}`),
    ...requests(['ssm:GetParameterHistory', 'ssm:GetParametersByPath'], `${parameters}${path}`),
    ...requests(['ssm:GetParametersByPath'], `${parameters}orders`),
    ...requests(['ssm:GetParameter'], `${parameters}orders/db-password-2`),
    ...requests(['ssm:GetParameter'], `${parameters}orders`),
    ...requests(['ssm:GetParameter'], `${parameters}/orders/db-password`),
    ...requests(['ssm:GetParameter'], `arn:\${AWS::Partition}:ssm:\${AWS::Region}:444455556666:parameter/${path}`),
  ];
}

/** What is not decrypting one parameter through the Parameter Store. */
function otherThanDecrypting(path: string, key: string): Request[] {
  return [
    ...requests(['kms:Decrypt'], key),
    ...requests(['kms:Decrypt'], key, through('ssm')),
    ...requests(['kms:Decrypt'], key, through('ssm', { PARAMETER_ARN: `${parameters}other` })),
    ...requests(['kms:Decrypt'], key, { 'kms:EncryptionContext:PARAMETER_ARN': `${parameters}${path}` }),
    ...requests(['kms:Decrypt'], key, through('s3', { PARAMETER_ARN: `${parameters}${path}` })),
    ...requests(['kms:Encrypt', 'kms:GenerateDataKey'], key, through('ssm', { PARAMETER_ARN: `${parameters}${path}` })),
  ];
}

const path = 'orders/db-password';
const decrypts = (key: string): Request => ({
  action: 'kms:Decrypt',
  on: key,
  context: through('ssm', { PARAMETER_ARN: `${parameters}${path}` }),
});
const reads: Request = { action: 'ssm:GetParameter', on: `${parameters}${path}` };

const ofParameters: readonly Subject[] = [
  {
    proves: 'FunctionSecret.ssmName with a key',
    make: ({ stack, fn }) =>
      fn.addSecret('DB_PASSWORD', FunctionSecret.ssmName(`/${path}`, { encryptionKey: new SecureKey(stack, 'Key') })),
    allows: [reads, decrypts('Key')],
    denies: [...otherThanReading(path), ...otherThanDecrypting(path, 'Key')],
  },
  {
    proves: 'FunctionSecret.ssm of a parameter with the key of AWS',
    make: ({ stack, fn }) =>
      fn.addSecret(
        'DB_PASSWORD',
        FunctionSecret.ssm(
          ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Parameter', { parameterName: `/${path}` }),
        ),
      ),
    allows: [reads],
    denies: [...otherThanReading(path), ...otherThanDecrypting(path, 'SharedKey')],
  },
  {
    proves: 'FunctionSecret.ssm of a SecureStringParameter',
    make: ({ stack, fn }) =>
      fn.addSecret(
        'DB_PASSWORD',
        FunctionSecret.ssm(new SecureStringParameter(stack, 'Parameter', { parameterName: `/${path}` })),
      ),
    allows: [reads, decrypts('SharedKey')],
    denies: [...otherThanReading(path), ...otherThanDecrypting(path, 'SharedKey')],
  },
];

const secretKey = (arn: string) => through('secretsmanager', { SecretARN: arn });

/** What is not reading the value of one secret, on the secret itself. */
const managing = [
  'secretsmanager:UpdateSecret',
  'secretsmanager:DeleteSecret',
  'secretsmanager:PutResourcePolicy',
  'secretsmanager:DeleteResourcePolicy',
  'secretsmanager:RotateSecret',
  'secretsmanager:ReplicateSecretToRegions',
  'secretsmanager:TagResource',
];
const writing = ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage'];

const otherUses = (key: string): Request[] => [
  ...requests(['kms:Decrypt'], key),
  ...requests(['kms:Decrypt'], key, through('secretsmanager')),
  ...requests(['kms:Decrypt'], key, through('ssm', { SecretARN: '<Secret>' })),
  ...requests(['kms:Encrypt'], key, secretKey('<Secret>')),
];

interface OfSecret {
  readonly of: string;
  readonly key: string;
  readonly make: (place: Place) => secretsmanager.ISecret;
}

const kinds: readonly OfSecret[] = [
  { of: 'a SecureSecret', key: 'SharedKey', make: ({ stack }) => new SecureSecret(stack, 'Secret', { rotation }) },
  {
    of: 'a raw secret with a key',
    key: 'Key',
    make: ({ stack }) => new secretsmanager.Secret(stack, 'Secret', { encryptionKey: new SecureKey(stack, 'Key') }),
  },
];

const ofSecrets: readonly Subject[] = [
  ...kinds.map(({ of, key, make }): Subject => ({
    proves: `FunctionSecret.secretsManager of ${of}`,
    make: (place) => place.fn.addSecret('DB', FunctionSecret.secretsManager(make(place), { jsonField: 'password' })),
    allows: [
      ...requests(['secretsmanager:GetSecretValue'], 'Secret'),
      ...requests(['kms:Decrypt'], key, secretKey('<Secret>')),
    ],
    denies: [
      ...requests([...managing, ...writing, 'secretsmanager:DescribeSecret'], 'Secret'),
      ...requests(['kms:GenerateDataKey'], key, secretKey('<Secret>')),
      ...otherUses(key),
    ],
    meant: ['read a secret'],
  })),
  {
    proves: 'FunctionSecret.secretsManager of one label',
    make: ({ stack, fn }) =>
      fn.addSecret(
        'DB',
        FunctionSecret.secretsManager(new SecureSecret(stack, 'Secret', { rotation }), { versionStage: 'AWSPREVIOUS' }),
      ),
    allows: requests(['secretsmanager:GetSecretValue'], 'Secret', { 'secretsmanager:VersionStage': ['AWSPREVIOUS'] }),
    denies: [
      ...requests(['secretsmanager:GetSecretValue'], 'Secret', { 'secretsmanager:VersionStage': ['AWSCURRENT'] }),
      ...requests(['secretsmanager:GetSecretValue'], 'Secret'),
    ],
  },
  {
    proves: 'FunctionSecret.secretsManager of a secret that is known without its last characters',
    make: ({ stack, fn }) =>
      fn.addSecret(
        'DB',
        FunctionSecret.secretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'orders')),
      ),
    allows: requests(['secretsmanager:GetSecretValue'], `${secrets}orders-AbCdEf`),
    denies: [
      ...requests(['secretsmanager:GetSecretValue'], `${secrets}orders-archive-AbCdEf`),
      ...requests(['secretsmanager:GetSecretValue'], `${secrets}orders`),
      ...requests(writing, `${secrets}orders-AbCdEf`),
    ],
  },
  {
    proves: 'SecureSecret.grantRead',
    make: ({ stack, fn }) => void new SecureSecret(stack, 'Secret', { rotation }).grantRead(fn),
    allows: [
      ...requests(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], 'Secret'),
      ...requests(['kms:Decrypt'], 'SharedKey', secretKey('<Secret>')),
    ],
    denies: [
      ...requests([...managing, ...writing], 'Secret'),
      ...requests(['kms:GenerateDataKey'], 'SharedKey', secretKey('<Secret>')),
      ...otherUses('SharedKey'),
    ],
    meant: ['read a secret'],
  },
  {
    proves: 'SecureSecret.grantRead of one label',
    make: ({ stack, fn }) => void new SecureSecret(stack, 'Secret', { rotation }).grantRead(fn, ['AWSPREVIOUS']),
    allows: requests(['secretsmanager:GetSecretValue'], 'Secret', { 'secretsmanager:VersionStage': ['AWSPREVIOUS'] }),
    denies: requests(['secretsmanager:GetSecretValue'], 'Secret', { 'secretsmanager:VersionStage': ['AWSCURRENT'] }),
  },
  {
    proves: 'SecureSecret.grantWrite',
    make: ({ stack, fn }) => void new SecureSecret(stack, 'Secret', { rotation }).grantWrite(fn),
    allows: [
      ...requests(writing, 'Secret'),
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'SharedKey', secretKey('<Secret>')),
    ],
    denies: [...requests([...managing, 'secretsmanager:GetSecretValue'], 'Secret'), ...otherUses('SharedKey')],
    meant: ['change or destroy a secret'],
  },
];

/** What a function may do with the secrets that it was given. */
export const secretSubjects: readonly Subject[] = [...ofParameters, ...ofSecrets];
