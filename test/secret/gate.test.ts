import { App, NestedStack, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { FunctionSecret, Rotation, SecureFunction, SecureSecret, ServerlessSecurityChecks } from '../../src';
import { nagPacks } from '../judges/packs';
import { named, openFindings, validationReport } from '../judges/validation-report';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const reason = 'issued by the payment provider';
const rotation = Rotation.none(reason);

const cases: [string, (stack: Stack) => unknown][] = [
  ['a secret that is not rotated', (stack) => new SecureSecret(stack, 'Secret', { rotation })],
  [
    'a secret that AWS rotates',
    (stack) =>
      new SecureSecret(stack, 'Secret', {
        rotation: Rotation.schedule({ hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser() }),
      }),
  ],
  [
    'a secret that a function rotates, and a function that reads it',
    (stack) => {
      const secret = new SecureSecret(stack, 'Secret');
      secret.addRotationSchedule('Rotation', { rotationLambda: new SecureFunction(stack, 'Rotator', code) });
      new SecureFunction(stack, 'Fn', { ...code, secrets: { DB: FunctionSecret.secretsManager(secret) } });
    },
  ],
  [
    'a secret with copies',
    (stack) =>
      new SecureSecret(stack, 'Secret', {
        rotation,
        replicaRegions: [
          {
            region: 'us-west-2',
            encryptionKey: kms.Key.fromKeyArn(
              stack,
              'Key',
              'arn:aws:kms:us-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
            ),
          },
        ],
      }),
  ],
  [
    'functions that read what is there',
    (stack) =>
      new SecureFunction(stack, 'Fn', {
        ...code,
        secrets: {
          DB_PASSWORD: FunctionSecret.ssmName('/orders/db-password', { label: 'live' }),
          API_TOKEN: FunctionSecret.secretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Api', 'orders/api'), {
            jsonField: 'token',
            versionStage: 'AWSCURRENT',
          }),
        },
        paramsAndSecrets: lambda.ParamsAndSecretsLayerVersion.fromVersion(lambda.ParamsAndSecretsVersions.V1_0_103),
      }),
  ],
];

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  test.each(cases)('%s: the gate finds nothing, not even a warning', (__, make) => {
    const app = new App({ context });
    make(new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } }));
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
    expect(named(openFindings(app))).toEqual([]);
  });

  test.each(cases)('%s: the strict gate finds only what it wants of every function', (__, make) => {
    const app = new App({ context });
    make(new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } }));
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, { strict: true }));
    const found = named(openFindings(app));
    expect(found.filter((each) => !/ Stack\/(Fn|Rotator)\//.test(each))).toEqual([]);
  });

  test.each(cases)('%s: neither do six packs', (__, make) => {
    const app = new App({ context });
    make(new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } }));
    Validations.of(app).addPlugins(...nagPacks.map((Pack) => new Pack(app)));
    expect(named(openFindings(app))).toEqual([]);
  });

  test.each(['GetSecretValue', 'PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage'])(
    'a permission for %s that is written by hand, which the policy of the secret denies, is told before it is denied',
    (action) => {
      const app = new App({ context });
      const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
      const secret = new SecureSecret(stack, 'Secret', { rotation });
      const statement = { actions: [`secretsmanager:${action}`], resources: [secret.secretArn] };
      new SecureFunction(stack, 'Fn', code).addToRolePolicy(new iam.PolicyStatement(statement));
      Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
      expect(named(openFindings(app))).toEqual(['secret-use-denied Stack/Secret/Resource']);
    },
  );

  const known = { account: '111122223333', region: 'eu-west-1' };
  const elsewhere: [string, StackProps, (app: App, props: StackProps) => Stack][] = [
    ['another stack', {}, (app, props) => new Stack(app, 'Orders', props)],
    ['another stack of a known account', { env: known }, (app, props) => new Stack(app, 'Orders', props)],
    [
      'another stack in China',
      { env: { ...known, region: 'cn-north-1' } },
      (app, props) => new Stack(app, 'Orders', props),
    ],
    ['a nested stack', {}, (app, props) => new NestedStack(new Stack(app, 'Orders', props), 'Payments')],
    [
      'a stack whose name is cut in those of its roles',
      {},
      (app, props) => new Stack(app, 'OrdersAndPaymentsOfTheBookstoreInProduction', props),
    ],
  ];

  test.each(elsewhere)('a function of %s may read what it was granted, and the gate knows', (__, props, make) => {
    const app = new App({ context });
    const secret = new SecureSecret(new Stack(app, 'Data', props), 'Secret', { rotation });
    const stack = make(app, props);
    secret.grantRead(new SecureFunction(stack, 'Checkout', code));
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
    expect(named(openFindings(app))).toEqual([]);
  });

  test.each(elsewhere)('what a function of %s was allowed by hand is told before it is denied', (__, props, make) => {
    const app = new App({ context });
    const secret = new SecureSecret(new Stack(app, 'Data', props), 'Secret', { rotation });
    const statement = { actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] };
    new SecureFunction(make(app, props), 'Checkout', code).addToRolePolicy(new iam.PolicyStatement(statement));
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
    expect(named(openFindings(app))).toEqual(['secret-use-denied Data/Secret/Resource']);
  });

  test('that a function may make up passwords hides no other permission on everything', () => {
    const app = new App({ context });
    const stack = new Stack(app, 'Stack');
    const rotator = new SecureFunction(stack, 'Rotator', code);
    for (const id of ['One', 'Two']) {
      new SecureSecret(stack, id).addRotationSchedule('Rotation', { rotationLambda: rotator });
    }
    rotator.addToRolePolicy(new iam.PolicyStatement({ actions: ['cloudwatch:PutMetricData'], resources: ['*'] }));
    Validations.of(app).addPlugins(...nagPacks.map((Pack) => new Pack(app)));
    expect(named(openFindings(app))).toEqual([
      'AwsSolutions-IAM5[Resource::*] Stack/Rotator/ServiceRole/DefaultPolicy/Resource',
    ]);
  });

  test('that a value is not rotated stands in the report with its reason, and hides nothing beside it', () => {
    const app = new App({ context });
    const stack = new Stack(app, 'Stack');
    new SecureSecret(stack, 'Secret', { rotation });
    new secretsmanager.Secret(stack, 'Raw');
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
    const { acknowledged, open } = validationReport(app);
    expect(acknowledged).toMatchObject([{ rule: 'secret-rotation', reason }]);
    expect(named(open)).toEqual([
      'secret-cmk Stack/Raw/Resource',
      'secret-rotation[Stack/Raw/Resource] Stack/Raw/Resource',
    ]);
  });
});
