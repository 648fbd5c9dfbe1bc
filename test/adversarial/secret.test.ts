import {
  App,
  Aspects,
  CfnParameter,
  CfnResource,
  Duration,
  Mixin,
  PropertyInjectors,
  RemovalPolicy,
  SecretValue,
  Stack,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { IConstruct } from 'constructs';
import { FunctionSecret, Rotation, SecureFunction, SecureSecret } from '../../src';
import type { SecureSecretProps } from '../../src';

const account = '444455556666';
const rotation = Rotation.none('issued by the payment provider');
const literal = ['correct', 'horse', '7'].join('-');
const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

function newStack(): Stack {
  return new Stack(new App(), 'Stack', { env: { account, region: 'eu-west-1' } });
}

const stranger = new iam.AccountPrincipal('111122223333');
const appflow = new iam.ServicePrincipal('appflow.amazonaws.com');

describe('a secure secret', () => {
  test.each<[string, (stack: Stack) => SecureSecretProps, RegExp]>([
    [
      'a literal',
      () => ({ secretStringValue: SecretValue.unsafePlainText(literal) }),
      /Stack\/Secret: the text of 'secretStringValue' is written out/,
    ],
    [
      'a literal of the deprecated kind',
      () => ({ secretStringBeta1: secretsmanager.SecretStringValueBeta1.fromUnsafePlaintext(literal) }),
      /the text of 'secretStringBeta1' is written out/,
    ],
    [
      'a literal in an object',
      () => ({
        secretObjectValue: {
          username: SecretValue.unsafePlainText('orders'),
          password: SecretValue.unsafePlainText(literal),
        },
      }),
      /the value of "password" of 'secretObjectValue' is written out/,
    ],
    [
      'a literal as JSON',
      () => ({ secretStringValue: SecretValue.unsafePlainText(JSON.stringify({ apiKey: literal })) }),
      /the value of "apiKey" of 'secretStringValue' is written out/,
    ],
    [
      'a secret in the template of what is generated',
      () => ({
        generateSecretString: {
          secretStringTemplate: JSON.stringify({ password: literal }),
          generateStringKey: 'other',
        },
      }),
      /'secretStringTemplate' holds a password/,
    ],
    [
      'the key of AWS',
      (stack) => ({ encryptionKey: kms.Alias.fromAliasName(stack, 'Key', 'alias/aws/secretsmanager') }),
      /'encryptionKey' is 'alias\/aws\/secretsmanager', which decrypts for everybody/,
    ],
    [
      'an alias',
      (stack) => ({ encryptionKey: kms.Alias.fromAliasName(stack, 'Key', 'alias/mine') }),
      /'encryptionKey' is the alias 'alias\/mine'/,
    ],
    ['a replica without a key', () => ({ replicaRegions: [{ region: 'us-east-1' }] }), /the replica in 'us-east-1'/],
    [
      'a replica with the key of AWS',
      (stack) => ({
        replicaRegions: [
          { region: 'us-east-1', encryptionKey: kms.Alias.fromAliasName(stack, 'Key', 'alias/aws/secretsmanager') },
        ],
      }),
      /the replica in 'us-east-1' is encrypted with the key that AWS manages/,
    ],
    [
      'gone with the stack',
      () => ({ removalPolicy: RemovalPolicy.DESTROY }),
      /'removalPolicy: destroy' deletes the secret/,
    ],
    ...[
      new iam.AccountRootPrincipal(),
      new iam.AccountPrincipal(account),
      new iam.ArnPrincipal(`arn:aws:iam::${account}:role/*`),
      new iam.ArnPrincipal(`arn:aws:iam::${account}:*`),
      new iam.ArnPrincipal('arn:aws:iam::*:role/Admin'),
      new iam.ArnPrincipal('*'),
      new iam.AnyPrincipal(),
      new iam.OrganizationPrincipal('o-a1b2c3d4e5'),
    ].map((operator): [string, () => SecureSecretProps, RegExp] => [
      `${String(operator)} as an operator`,
      () => ({ operators: [operator] }),
      /in 'operators' names (nobody|everybody in this account)/,
    ]),
  ])('prop: %s is refused, and never printed', (_, props, message) => {
    const stack = newStack();
    const make = () => new SecureSecret(stack, 'Secret', { rotation, ...props(stack) });
    expect(make).toThrow(message);
    expect(stack.node.tryFindChild('Secret')).toBeUndefined();
    expect(make).not.toThrow(new RegExp(literal));
  });

  test.each<[string, () => unknown]>([['Rotation.none', () => Rotation.none('  ')]])('%s wants a reason', (_, make) => {
    expect(make).toThrow(/no reason/);
  });

  const statement = (props: iam.PolicyStatementProps) =>
    new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'], ...props });

  test.each<[string, (secret: SecureSecret) => unknown, RegExp]>([
    ['everybody', (s) => s.addToResourcePolicy(statement({ principals: [new iam.AnyPrincipal()] })), /principal '\*'/],
    [
      'everybody but one',
      (s) => s.addToResourcePolicy(statement({ notPrincipals: [stranger] })),
      /'notPrincipals' lets everybody else in/,
    ],
    [
      'every action',
      (s) => s.addToResourcePolicy(statement({ principals: [stranger], actions: ['secretsmanager:*'] })),
      /action 'secretsmanager:\*'/,
    ],
    [
      'every other action',
      (s) =>
        s.addToResourcePolicy(
          statement({ principals: [stranger], actions: [], notActions: ['secretsmanager:DeleteSecret'] }),
        ),
      /'notActions'/,
    ],
    [
      'a service for anybody',
      (s) => s.addToResourcePolicy(statement({ principals: [appflow] })),
      /without a condition could be made to act for another account/,
    ],
    ['a service for anybody, by a grant', (s) => s.grantRead(appflow), /without a condition could be made to act/],
    [
      'this whole account',
      (s) => s.addToResourcePolicy(statement({ principals: [new iam.AccountRootPrincipal()] })),
      /the account of the secret as the principal names everybody in it/,
    ],
    [
      'this whole account, by a grant',
      (s) => s.grantRead(new iam.AccountPrincipal(account)),
      /the account of the secret as the principal names everybody in it/,
    ],
    [
      'an organization, by a grant',
      (s) => s.grantRead(new iam.OrganizationPrincipal('o-a1b2c3d4e5')),
      /'OrganizationPrincipal\(o-a1b2c3d4e5\)' names nobody/,
    ],
    [
      'another account to take it over',
      (s) =>
        s.addToResourcePolicy(statement({ principals: [stranger], actions: ['secretsmanager:PutResourcePolicy'] })),
      /action 'secretsmanager:PutResourcePolicy' lets account '111122223333' take the secret over/,
    ],
    [
      'another account to take it over, in a pattern',
      (s) => s.addToResourcePolicy(statement({ principals: [stranger], actions: ['secretsmanager:Put*'] })),
      /lets account '111122223333' take the secret over/,
    ],
    ['a copy without a key', (s) => s.addReplicaRegion('us-east-1'), /the replica in 'us-east-1'/],
    ['to go with the stack', (s) => s.applyRemovalPolicy(RemovalPolicy.DESTROY), /'removalPolicy: destroy'/],
    [
      'a rotation beside none',
      (s) => s.addRotationSchedule('R', { hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser() }),
      /'addRotationSchedule' of a secret with 'Rotation.none'/,
    ],
  ])('method: %s is refused at the line', (_, loosen, message) => {
    const secret = new SecureSecret(newStack(), 'Secret', { rotation });
    expect(() => loosen(secret)).toThrow(message);
  });

  test('a grant that was refused names nobody, though the error was caught', () => {
    const stack = newStack();
    new SecureSecret(stack, 'Secret', { rotation });
    const before = JSON.stringify(Template.fromStack(stack).toJSON());
    const other = newStack();
    const caught = new SecureSecret(other, 'Secret', { rotation });
    for (const principal of [new iam.AccountPrincipal(account), new iam.OrganizationPrincipal('o-a1b2c3d4e5')]) {
      expect(() => caught.grantRead(principal)).toThrow(/Stack\/Secret/);
    }
    expect(JSON.stringify(Template.fromStack(other).toJSON())).toEqual(before);
  });

  test.each([
    [91, /'automaticallyAfter' of 91 days/],
    [0, /'automaticallyAfter' of 0 days rotates never/],
  ])('a rotation every %d days is refused', (days, message) => {
    const options = {
      hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser(),
      automaticallyAfter: Duration.days(days),
    };
    const secret = new SecureSecret(newStack(), 'Secret');
    expect(() => secret.addRotationSchedule('Rotation', options)).toThrow(message);
    expect(() => new SecureSecret(newStack(), 'Secret', { rotation: Rotation.schedule(options) })).toThrow(message);
  });

  test.each<[string, secretsmanager.SecretProps]>([
    ['the key', { encryptionKey: undefined }],
    ['the value', { generateSecretString: undefined, secretStringValue: SecretValue.unsafePlainText(literal) }],
    ['a copy', { replicaRegions: [{ region: 'us-east-1' }] }],
    ['the removal policy', { removalPolicy: RemovalPolicy.DESTROY }],
  ])('a property injector that loosens %s fails, or changes nothing', (_, injected) => {
    const make = (inject: boolean) => {
      const stack = newStack();
      if (inject) {
        PropertyInjectors.of(stack).add({
          constructUniqueId: secretsmanager.Secret.PROPERTY_INJECTION_ID,
          inject: (props: secretsmanager.SecretProps) => ({ ...props, ...injected }),
        });
      }
      new SecureSecret(stack, 'Secret', { rotation });
      return Template.fromStack(stack).toJSON();
    };
    let made: unknown;
    try {
      made = make(true);
    } catch (error) {
      expect(String(error)).toContain('Stack/Secret');
      return;
    }
    expect(made).toEqual(make(false));
  });

  type Loosen<R> = [string, (resource: R) => void];
  const escapes: Loosen<secretsmanager.CfnSecret>[] = [
    ['the key', (r) => void (r.kmsKeyId = undefined)],
    ['the key deleted', (r) => r.addPropertyDeletionOverride('KmsKeyId')],
    ['another key', (r) => r.addPropertyOverride('KmsKeyId', 'alias/aws/secretsmanager')],
    ['a literal', (r) => void (r.secretString = literal)],
    ['a literal in JSON', (r) => r.addPropertyOverride('SecretString', JSON.stringify({ password: literal }))],
    [
      'a literal by a parameter',
      (r) => void (r.secretString = new CfnParameter(Stack.of(r), 'Value', { default: literal }).valueAsString),
    ],
    [
      'a template with a secret',
      (r) => r.addPropertyOverride('GenerateSecretString.SecretStringTemplate', JSON.stringify({ password: literal })),
    ],
    ['a copy without a key', (r) => void (r.replicaRegions = [{ region: 'us-east-1' }])],
    [
      'a copy with the key of AWS',
      (r) => r.addPropertyOverride('ReplicaRegions', [{ Region: 'us-east-1', KmsKeyId: 'alias/aws/secretsmanager' }]),
    ],
    ['DeletionPolicy', (r) => r.addOverride('DeletionPolicy', 'Delete')],
    ['UpdateReplacePolicy', (r) => void (r.cfnOptions.updateReplacePolicy = undefined)],
    ['removal', (r) => void r.node.scope!.node.tryRemoveChild(r.node.id)],
  ];
  const policyEscapes: Loosen<secretsmanager.CfnResourcePolicy>[] = [
    ['all statements', (p) => void (p.resourcePolicy = { Statement: [] })],
    ['the document', (p) => p.addPropertyDeletionOverride('ResourcePolicy')],
    ['the effect', (p) => p.addPropertyOverride('ResourcePolicy.Statement.1.Effect', 'Allow')],
    ['who is denied', (p) => p.addPropertyOverride('ResourcePolicy.Statement.1.Principal', { AWS: '111122223333' })],
    [
      'one more named',
      (p) => p.addPropertyOverride('ResourcePolicy.Statement.1.Condition.ArnNotLike', { 'aws:PrincipalArn': ['*'] }),
    ],
    [
      'a condition more',
      (p) => p.addPropertyOverride('ResourcePolicy.Statement.1.Condition.Null', { 'aws:username': 'false' }),
    ],
    [
      'a statement more',
      (p) =>
        p.addPropertyOverride('ResourcePolicy.Statement.2', {
          Effect: 'Allow',
          Principal: '*',
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        }),
    ],
    [
      'a statement in the document itself',
      (p) =>
        (p.node.scope as secretsmanager.ResourcePolicy).document.addStatements(
          statement({ principals: [new iam.AnyPrincipal()] }),
        ),
    ],
    ['BlockPublicPolicy', (p) => void (p.blockPublicPolicy = false)],
    ['the secret', (p) => p.addPropertyOverride('SecretId', 'other')],
    ['DeletionPolicy', (p) => p.addOverride('DeletionPolicy', 'Delete')],
    ['a condition of its own', (p) => p.addOverride('Condition', 'Never')],
    ['removal', (p) => void p.node.scope!.node.tryRemoveChild(p.node.id)],
  ];

  const onlyOn = (resource: CfnResource, loosen: (resource: never) => void) => (node: IConstruct) =>
    void (node === resource && loosen(resource as never));

  describe.each<[string, (app: App, resource: CfnResource, loosen: (resource: never) => void) => void]>([
    ['directly', (_app, resource, loosen) => loosen(resource as never)],
    [
      'by an aspect that runs last',
      (app, resource, loosen) => Aspects.of(app).add({ visit: onlyOn(resource, loosen) }, { priority: 1_000_000 }),
    ],
    [
      'by a mixin',
      (_app, resource, loosen) =>
        void resource.with(
          new (class extends Mixin {
            public supports(construct: IConstruct): construct is CfnResource {
              return CfnResource.isCfnResource(construct);
            }
            public applyTo(construct: IConstruct): void {
              loosen(construct as never);
            }
          })(),
        ),
    ],
  ])('%s', (_, apply) => {
    const make = () => {
      const app = new App();
      return { app, secret: new SecureSecret(new Stack(app, 'Stack'), 'Secret', { rotation }) };
    };

    test.each(escapes)('escape hatch: %s of the secret fails synthesis', (_name, loosen) => {
      const { app, secret } = make();
      apply(app, secret.node.defaultChild as CfnResource, loosen);
      expect(() => app.synth()).toThrow(/Stack\/Secret/);
    });

    test.each(policyEscapes)('escape hatch: %s of the policy fails synthesis', (_name, loosen) => {
      const { app, secret } = make();
      apply(app, secret.node.findChild('Policy').node.defaultChild as CfnResource, loosen);
      expect(() => app.synth()).toThrow(/Stack\/Secret/);
    });

    test.each<Loosen<secretsmanager.CfnRotationSchedule>>([
      ['removal', (r) => void r.node.scope!.node.tryRemoveChild(r.node.id)],
      ['no rules', (r) => void (r.rotationRules = undefined)],
      ['rules for once in a long while', (r) => void (r.rotationRules = { automaticallyAfterDays: 1000 })],
      [
        'a rate for once in a long while',
        (r) => r.addPropertyOverride('RotationRules.ScheduleExpression', 'rate(365 days)'),
      ],
    ])('escape hatch: %s of the rotation fails synthesis', (_name, loosen) => {
      const app = new App();
      const secret = new SecureSecret(new Stack(app, 'Stack'), 'Secret');
      const schedule = secret.addRotationSchedule('Rotation', {
        hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser(),
      });
      apply(app, schedule.node.defaultChild as CfnResource, loosen);
      expect(() => app.synth()).toThrow(/Stack\/Secret/);
    });
  });

  test.each<[string, (stack: Stack, secret: SecureSecret) => unknown]>([
    [
      'an L1',
      (stack, secret) =>
        new secretsmanager.CfnResourcePolicy(stack, 'Second', {
          secretId: secret.secretArn,
          resourcePolicy: { Statement: [] },
        }),
    ],
    [
      'an L2',
      (stack, secret) =>
        new secretsmanager.ResourcePolicy(stack, 'Second', { secret }).document.addStatements(
          statement({ principals: [new iam.ArnPrincipal(`arn:aws:iam::${account}:role/reader`)] }),
        ),
    ],
    [
      'an untyped resource with the name',
      (stack) =>
        new CfnResource(stack, 'Second', {
          type: 'AWS::SecretsManager::ResourcePolicy',
          properties: { SecretId: 'orders', ResourcePolicy: { Statement: [] } },
        }),
    ],
  ])('a second policy by %s fails synthesis, because the last one deployed wins', (_, add) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    add(stack, new SecureSecret(stack, 'Secret', { rotation, secretName: 'orders' }));
    expect(() => app.synth()).toThrow(/writes to 'Stack\/Secret\/Resource' too/);
  });
});

describe('a secret of a function', () => {
  const functionIn = (stack: Stack) =>
    new SecureFunction(stack, 'Fn', { ...code, environment: { TAKEN_SECRET_ARN: 'x' } });

  test.each<[string, (stack: Stack) => FunctionSecret, RegExp]>([
    ['a name that is no path', () => FunctionSecret.ssmName('orders/db'), /'parameterName: orders\/db'/],
    ['a name with a wildcard', () => FunctionSecret.ssmName('/orders/*'), /'parameterName: \/orders\/\*'/],
    ['a name with two slashes', () => FunctionSecret.ssmName('//orders'), /'parameterName: \/\/orders'/],
    ['no name', () => FunctionSecret.ssmName(''), /'parameterName: '/],
    [
      'a name that is a token',
      (stack) => FunctionSecret.ssmName(new CfnParameter(stack, 'Name').valueAsString),
      /the name of the parameter in 'DB' is a token/,
    ],
    [
      'a parameter that CloudFormation makes',
      (stack) => FunctionSecret.ssm(new ssm.StringParameter(stack, 'P', { stringValue: 'x', parameterName: '/a' })),
      /'Stack\/P' in 'DB' is a parameter that everybody may read/,
    ],
    [
      'a plain parameter that is there',
      (stack) => FunctionSecret.ssm(ssm.StringParameter.fromStringParameterName(stack, 'P', '/a')),
      /'Stack\/P' in 'DB' is a parameter that everybody may read/,
    ],
    [
      'a parameter of another region',
      (stack) =>
        FunctionSecret.ssm(
          ssm.StringParameter.fromSecureStringParameterAttributes(
            new Stack(stack.node.root as App, 'Far', { env: { account, region: 'us-east-1' } }),
            'P',
            { parameterName: '/a' },
          ),
        ),
      /'Far\/P' in 'DB' is in region 'us-east-1'/,
    ],
    [
      'a parameter of another account without its key',
      (stack) =>
        FunctionSecret.ssm(
          ssm.StringParameter.fromSecureStringParameterAttributes(
            new Stack(stack.node.root as App, 'Theirs', { env: { account: '111122223333', region: 'eu-west-1' } }),
            'P',
            { parameterName: '/a' },
          ),
        ),
      /'Theirs\/P' in 'DB' is of account '111122223333'/,
    ],
    [
      'a version and a label',
      () => FunctionSecret.ssmName('/a', { version: 1, label: 'live' }),
      /'version' and 'label'/,
    ],
    [
      'a parameter with an alias',
      (stack) => FunctionSecret.ssmName('/a', { encryptionKey: kms.Alias.fromAliasName(stack, 'K', 'alias/mine') }),
      /the key of 'DB' is the alias 'alias\/mine'/,
    ],
    [
      'a secret with an alias',
      (stack) =>
        FunctionSecret.secretsManager(
          secretsmanager.Secret.fromSecretAttributes(stack, 'S', {
            secretPartialArn: `arn:aws:secretsmanager:eu-west-1:${account}:secret:orders`,
            encryptionKey: kms.Alias.fromAliasName(stack, 'K', 'alias/mine'),
          }),
        ),
      /the key of 'Stack\/S' in 'DB' is the alias 'alias\/mine'/,
    ],
    [
      'a secret with which names of others begin',
      (stack) =>
        FunctionSecret.secretsManager(
          (
            secretsmanager.Secret as unknown as { fromSecretName: typeof secretsmanager.Secret.fromSecretNameV2 }
          ).fromSecretName(stack, 'S', 'orders'),
        ),
      /'Stack\/S' in 'DB' is a name, with which the names of other secrets begin/,
    ],
    [
      'a secret of another region',
      (stack) =>
        FunctionSecret.secretsManager(
          secretsmanager.Secret.fromSecretCompleteArn(
            stack,
            'S',
            `arn:aws:secretsmanager:us-east-1:${account}:secret:orders-AbCdEf`,
          ),
        ),
      /'Stack\/S' in 'DB' is in region 'us-east-1'/,
    ],
    [
      'a secret of another account without its key',
      (stack) =>
        FunctionSecret.secretsManager(
          secretsmanager.Secret.fromSecretCompleteArn(
            stack,
            'S',
            'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf',
          ),
        ),
      /'Stack\/S' in 'DB' is of account '111122223333'/,
    ],
  ])('%s is refused', (_, secret, message) => {
    const stack = newStack();
    const fn = functionIn(stack);
    expect(() => fn.addSecret('DB', secret(stack))).toThrow(message);
  });

  test.each([
    ['DB-PASSWORD', /'DB-PASSWORD' as the name of a secret/],
    ['1ST', /'1ST' as the name of a secret/],
    ['', /'' as the name of a secret/],
    ['AWS_SECRET', /'AWS_SECRET' as the name of a secret/],
    ['TAKEN', /'TAKEN_SECRET_ARN' is in the environment already/],
  ])('the name %j is refused', (name, message) => {
    const fn = functionIn(newStack());
    expect(() => fn.addSecret(name, FunctionSecret.ssmName('/orders/db'))).toThrow(message);
  });

  test('the same name twice is refused', () => {
    const fn = functionIn(newStack());
    fn.addSecret('DB', FunctionSecret.ssmName('/orders/db'));
    expect(() => fn.addSecret('DB', FunctionSecret.ssmName('/orders/other'))).toThrow(
      /'DB_PARAMETER_NAME' is in the environment/,
    );
  });
});
