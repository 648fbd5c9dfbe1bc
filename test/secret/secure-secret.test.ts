import { App, Duration, PropertyInjectors, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Rotation, Sandbox, SecureDefaults, SecureSecret, SecureSecretInjector } from '../../src';
import type { SecureSecretProps } from '../../src';

const none = Rotation.none('issued by the payment provider');
const irelandKey = 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab';

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('a secure secret, %s', (_, context) => {
  const newStack = () => new Stack(new App({ context }), 'Stack');
  const templateOf = (props?: SecureSecretProps, stack = newStack()) => {
    new SecureSecret(stack, 'Secret', { rotation: none, ...props });
    return Template.fromStack(stack);
  };

  test('is generated, encrypted with the key that the stack shares, and kept', () => {
    templateOf().hasResource('AWS::SecretsManager::Secret', {
      Properties: {
        GenerateSecretString: {},
        KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SharedKey'), 'Arn'] },
        SecretString: Match.absent(),
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('has a policy that AWS checks, and that is kept with it', () => {
    templateOf().hasResource('AWS::SecretsManager::ResourcePolicy', {
      Properties: { BlockPublicPolicy: true, SecretId: { Ref: Match.stringLikeRegexp('^Secret') } },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
  });

  test('keeps the logical ids of the L2, so that a swap is an update in place', () => {
    const raw = newStack();
    new secretsmanager.Secret(raw, 'Secret', { secretName: 'orders' }).addToResourcePolicy(
      new iam.PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['*'],
        principals: [new iam.ArnPrincipal('arn:aws:iam::111122223333:role/reader')],
      }),
    );
    const before = Object.keys(Template.fromStack(raw).toJSON().Resources as object);
    expect(Object.keys(templateOf({ secretName: 'orders' }).toJSON().Resources as object)).toEqual(
      expect.arrayContaining(before),
    );
  });

  test('takes a value that another resource gives out', () => {
    const stack = newStack();
    const { attrSecretAccessKey } = new iam.CfnAccessKey(stack, 'Key', { userName: 'mailer' });
    templateOf({ secretStringValue: SecretValue.resourceAttribute(attrSecretAccessKey) }, stack).hasResourceProperties(
      'AWS::SecretsManager::Secret',
      { SecretString: { 'Fn::GetAtt': ['Key', 'SecretAccessKey'] } },
    );
  });

  test('takes what is no secret of a value, and generates the rest', () => {
    const secretStringTemplate = JSON.stringify({ username: 'orders', engine: 'postgres', sslmode: 'require' });
    templateOf({ generateSecretString: { secretStringTemplate, generateStringKey: 'password' } });
    templateOf({
      secretObjectValue: { username: SecretValue.unsafePlainText('orders'), host: SecretValue.unsafePlainText('db') },
    });
  });

  test('has each copy encrypted with a key of its region', () => {
    const stack = newStack();
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Ireland', irelandKey);
    const secret = new SecureSecret(stack, 'Secret', {
      rotation: none,
      replicaRegions: [{ region: 'eu-west-1', encryptionKey }],
    });
    secret.addReplicaRegion('eu-central-1', encryptionKey);
    Template.fromStack(stack).hasResourceProperties('AWS::SecretsManager::Secret', {
      ReplicaRegions: [
        { Region: 'eu-west-1', KmsKeyId: irelandKey },
        { Region: 'eu-central-1', KmsKeyId: irelandKey },
      ],
    });
  });

  test('goes with a sandbox, policy and all', () => {
    const stack = newStack();
    Sandbox.enable(stack);
    const template = templateOf({}, stack);
    template.allResources('AWS::SecretsManager::Secret', { DeletionPolicy: 'Delete' });
    template.allResources('AWS::SecretsManager::ResourcePolicy', { DeletionPolicy: 'Delete' });
  });

  test.each<[string, (secret: SecureSecret, stack: Stack) => void]>([
    [
      'addRotationSchedule',
      (secret) =>
        secret.addRotationSchedule('Rotation', {
          hostedRotation: secretsmanager.HostedRotation.postgreSqlSingleUser(),
          automaticallyAfter: Duration.days(90),
        }),
    ],
    [
      'a resource beside it',
      (secret, stack) =>
        new secretsmanager.CfnRotationSchedule(stack, 'Rotation', {
          secretId: secret.secretArn,
          rotationLambdaArn: 'arn:aws:lambda:eu-west-1:111122223333:function:rotate',
          rotationRules: { automaticallyAfterDays: 30 },
        }),
    ],
  ])('is rotated by %s', (__, rotate) => {
    const stack = newStack();
    rotate(new SecureSecret(stack, 'Secret'), stack);
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });

  test('does not synthesize where nobody said how it is rotated', () => {
    const stack = newStack();
    new SecureSecret(stack, 'Secret');
    expect(() => (stack.node.root as App).synth()).toThrow("the secret is never rotated: call 'addRotationSchedule'");
  });

  test('an explicit undefined does not erase what is enforced', () => {
    expect(
      templateOf({
        encryptionKey: undefined,
        removalPolicy: undefined,
        generateSecretString: undefined,
        replicaRegions: undefined,
        operators: undefined,
      }).toJSON(),
    ).toEqual(templateOf().toJSON());
  });

  describe('the injector', () => {
    const inject = (make: (stack: Stack) => void) => {
      const stack = newStack();
      PropertyInjectors.of(stack).add(new SecureSecretInjector());
      make(stack);
      return Template.fromStack(stack);
    };

    test('gives a raw secret the key and the retention', () => {
      inject((stack) => new secretsmanager.Secret(stack, 'Secret')).hasResource('AWS::SecretsManager::Secret', {
        Properties: { KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SharedKey'), 'Arn'] } },
        DeletionPolicy: 'RetainExceptOnCreate',
      });
    });

    test('leaves what was said', () => {
      inject(
        (stack) =>
          new secretsmanager.Secret(stack, 'Secret', {
            encryptionKey: kms.Key.fromKeyArn(stack, 'Ireland', irelandKey),
            removalPolicy: RemovalPolicy.DESTROY,
          }),
      ).hasResource('AWS::SecretsManager::Secret', {
        Properties: { KmsKeyId: irelandKey },
        DeletionPolicy: 'Delete',
      });
    });

    test('leaves a SecureSecret as it is, and is one of the SecureDefaults', () => {
      const stack = newStack();
      SecureDefaults.apply(stack);
      new secretsmanager.Secret(stack, 'Raw');
      const template = templateOf({}, stack);
      template.allResourcesProperties('AWS::SecretsManager::Secret', { KmsKeyId: Match.anyValue() });
      expect(inject((each) => new SecureSecret(each, 'Secret', { rotation: none })).toJSON()).toEqual(
        templateOf().toJSON(),
      );
    });
  });
});
