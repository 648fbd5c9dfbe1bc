import { App, CliCredentialsStackSynthesizer, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { FunctionSecret, Rotation, SecureFunction, SecureSecret } from '../../src';
import { PolicyDocument, evaluate } from '../../src/iam';
import type { NamedPolicy, Principal } from '../../src/iam';
import type { Resolved } from '../../src/template/resolved';

const account = '111122223333';
const env = { account, region: 'eu-west-1' };
const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const rotation = Rotation.none('issued by the payment provider');

/** What somebody has whose own policies are of no hindrance. */
const everything: NamedPolicy = {
  name: 'AdministratorAccess',
  document: PolicyDocument.of({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
};

type Resources = Record<
  string,
  { Type: string; Properties: Record<string, unknown>; Metadata?: Record<string, string> }
>;

/** What is not known before a deployment, as it would be in that account, with logical ids as names. */
function deployed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(deployed);
  if (node === null || typeof node !== 'object') return node;
  const { Ref: ref, 'Fn::Join': joined, 'Fn::GetAtt': attribute } = node as Record<string, unknown>;
  const pseudo: Record<string, string> = {
    'AWS::Partition': 'aws',
    'AWS::AccountId': account,
    'AWS::Region': 'eu-west-1',
    'AWS::URLSuffix': 'amazonaws.com',
  };
  if (typeof ref === 'string') return pseudo[ref] ?? ref;
  if (Array.isArray(joined)) return (deployed(joined[1]) as string[]).join(String(joined[0]));
  if (Array.isArray(attribute)) return `arn:aws:iam::${account}:role/${String(attribute[0])}`;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, deployed(value)]));
}

class Deployed {
  private readonly resources: Resources;

  constructor(app: App) {
    const { stacks } = app.synth();
    this.resources = (
      stacks.find(({ stackName }) => stackName === 'Stack')!.template as { Resources: Resources }
    ).Resources;
  }

  /** What an administrator of that identity may do to the secret. */
  decide(who: Principal, action: string, context: Record<string, string> = {}): string {
    const [policy] = Object.values(this.resources).filter(({ Type }) => Type === 'AWS::SecretsManager::ResourcePolicy');
    const document = PolicyDocument.of(deployed(policy.Properties.ResourcePolicy) as Resolved);
    const { decision } = evaluate(
      {
        principal: who,
        action,
        resource: `arn:aws:secretsmanager:eu-west-1:${account}:secret:Secret-AbCdEf`,
        resourceAccount: account,
        context,
      },
      {
        resource: [{ name: 'the policy of the secret', document }],
        identity: who.kind === 'service' ? [] : [everything],
      },
    );
    return decision;
  }

  role(path: string): Principal {
    const [id] = Object.entries(this.resources).find(
      ([, { Metadata }]) => Metadata?.['aws:cdk:path'] === `Stack/${path}/Resource`,
    )!;
    return role(id);
  }
}

const role = (name: string, of = account): Principal => ({ kind: 'role', arn: `arn:aws:iam::${of}:role/${name}` });

/** How CloudFormation calls it: 25 characters of each where both together are too long for a role. */
function nameOf(stackName: string, made: iam.IRole | undefined): Principal {
  const id = String(Stack.of(made!).resolve((made!.node.defaultChild as iam.CfnRole).logicalId));
  return role(
    stackName.length + id.length <= 50
      ? `${stackName}-${id}-UjecjFhpdr1d`
      : `${stackName.slice(0, 25)}-${id.slice(0, 25)}-UjecjFhpdr1d`,
  );
}

const root: Principal = { kind: 'root', account };
const deployer = role(`cdk-hnb659fds-cfn-exec-role-${account}-eu-west-1`);

const read = 'secretsmanager:GetSecretValue';
const put = 'secretsmanager:PutSecretValue';
const onTheValue = [read, put, 'secretsmanager:UpdateSecret', 'secretsmanager:UpdateSecretVersionStage'];
const management = [
  'secretsmanager:DescribeSecret',
  'secretsmanager:DeleteSecret',
  'secretsmanager:GetResourcePolicy',
  'secretsmanager:PutResourcePolicy',
  'secretsmanager:DeleteResourcePolicy',
  'secretsmanager:TagResource',
  'secretsmanager:RotateSecret',
  'secretsmanager:CancelRotateSecret',
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('the policy of a SecureSecret, %s', (_, context) => {
  const newApp = () => new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });

  describe('of a secret that a function reads', () => {
    const app = newApp();
    const stack = new Stack(app, 'Stack', { env });
    const secret = new SecureSecret(stack, 'Secret', {
      rotation,
      operators: [
        new iam.ArnPrincipal(`arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_OnCall_*`),
      ],
    });
    new SecureFunction(stack, 'Fn', { ...code, secrets: { DB: FunctionSecret.secretsManager(secret) } });
    new SecureFunction(stack, 'Other', code);
    const far = new Stack(app, 'Consumers', { env });
    const farFn = new SecureFunction(far, 'Far', { ...code, secrets: { DB: FunctionSecret.secretsManager(secret) } });
    const near = new NestedStack(stack, 'Near');
    const nestedFn = new SecureFunction(near, 'Nested', {
      ...code,
      secrets: { DB: FunctionSecret.secretsManager(secret) },
    });
    const deployment = new Deployed(app);

    test.each<[string, Principal, string]>([
      ['its function', deployment.role('Fn/ServiceRole'), 'allowed'],
      ['the role that deploys', deployer, 'allowed'],
      ['the root user, who can be locked out of nothing', root, 'allowed'],
      [
        'a session of the operators',
        role('aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_OnCall_0123456789abcdef'),
        'allowed',
      ],
      ['a function of another stack', nameOf('Consumers', farFn.role), 'allowed'],
      [
        'a function of a nested stack',
        nameOf('Stack-NearNestedStackNearNestedStackResource9C61C1F8-1ABCDEFGHIJKL', nestedFn.role),
        'allowed',
      ],
      ['another function', deployment.role('Other/ServiceRole'), 'denied'],
      ['another function of another stack', role('Consumers-OtherServiceRoleA1B2C3D4-UjecjFhpdr1d'), 'denied'],
      ['an administrator', role('Admin'), 'denied'],
      ['a user', { kind: 'user', arn: `arn:aws:iam::${account}:user/ada` }, 'denied'],
      ['an administrator of another account', role('Admin', '444455556666'), 'denied'],
      [
        'a role of another account with the name of a function',
        role('Consumers-FarServiceRole6F2B3D7C-x', '444455556666'),
        'denied',
      ],
      ['somebody who does not sign', { kind: 'anonymous' }, 'denied'],
    ])('%s and the value', (__, who, decision) => {
      expect(onTheValue.map((action) => [action, deployment.decide(who, action)])).toEqual(
        onTheValue.map((action) => [action, decision]),
      );
    });

    test('who may manage secrets manages this one, so that nobody is locked out for good', () => {
      expect(management.map((action) => deployment.decide(role('Admin'), action))).toEqual(
        management.map(() => 'allowed'),
      );
      expect(management.map((action) => deployment.decide(role('Admin', '444455556666'), action))).toEqual(
        management.map(() => 'denied'),
      );
    });

    test('CloudFormation gets at the value with the permissions of whoever called it, and nobody by saying so', () => {
      const via = (service: string) => ({ 'aws:CalledViaLast': service, 'aws:ViaAWSService': 'true' });
      expect(deployment.decide(role('Pipeline'), put, via('cloudformation.amazonaws.com'))).toBe('allowed');
      expect(deployment.decide(role('Pipeline'), put, via('athena.amazonaws.com'))).toBe('denied');
    });
  });

  test.each<[string, (secret: SecureSecret, stack: Stack) => unknown]>([
    ['a rotation', (secret, stack) => rotated(secret, stack)],
    [
      'an attachment to a database',
      (secret, stack) => {
        const target = rds.DatabaseInstance.fromDatabaseInstanceAttributes(stack, 'Db', {
          instanceIdentifier: 'orders',
          instanceEndpointAddress: 'orders.example.com',
          port: 5432,
          securityGroups: [],
        });
        secret
          .attach(target)
          .addRotationSchedule('Rotation', { rotationLambda: new SecureFunction(stack, 'Fn', code) });
      },
    ],
    [
      'a function that reads the attachment',
      (secret, stack) => {
        const target = rds.DatabaseInstance.fromDatabaseInstanceAttributes(stack, 'Db', {
          instanceIdentifier: 'orders',
          instanceEndpointAddress: 'orders.example.com',
          port: 5432,
          securityGroups: [],
        });
        new SecureFunction(stack, 'Fn', {
          ...code,
          secrets: { DB: FunctionSecret.secretsManager(secret.attach(target)) },
        });
      },
    ],
    ['a grant', (secret, stack) => secret.grantRead(new SecureFunction(stack, 'Fn', code))],
    ['a grant to write', (secret, stack) => secret.grantWrite(new SecureFunction(stack, 'Fn', code))],
  ])('names the function of %s', (__, use) => {
    const app = newApp();
    const stack = new Stack(app, 'Stack', { env });
    const isRotated = use.toString().includes('otat');
    use(new SecureSecret(stack, 'Secret', isRotated ? {} : { rotation }), stack);
    const deployment = new Deployed(app);
    expect(deployment.decide(deployment.role('Fn/ServiceRole'), read)).toBe('allowed');
    expect(deployment.decide(role('Admin'), read)).toBe('denied');
  });

  test('an attachment that is rotated has no policy of its own, which would replace that of the secret', () => {
    const stack = new Stack(newApp(), 'Stack', { env });
    new SecureSecret(stack, 'Secret')
      .attach(rds.DatabaseCluster.fromDatabaseClusterAttributes(stack, 'Db', { clusterIdentifier: 'orders' }))
      .addRotationSchedule('Rotation', { hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser() });
    const policies = Template.fromStack(stack).findResources('AWS::SecretsManager::ResourcePolicy');
    expect(Object.values(policies).map(({ Properties }) => Properties.ResourcePolicy.Statement)).toEqual([
      [
        expect.objectContaining({ Sid: 'DenyOtherAccounts' }),
        expect.objectContaining({ Sid: 'DenyValueToOthers' }),
        expect.objectContaining({ Effect: 'Deny', Action: 'secretsmanager:DeleteSecret' }),
      ],
    ]);
  });

  test('a policy that somebody writes for the attachment is refused, because it would replace that of the secret', () => {
    const stack = new Stack(newApp(), 'Stack', { env });
    const attached = new SecureSecret(stack, 'Secret', { rotation }).attach(
      rds.DatabaseCluster.fromDatabaseClusterAttributes(stack, 'Db', { clusterIdentifier: 'orders' }),
    );
    new secretsmanager.ResourcePolicy(stack, 'Policy', { secret: attached }).document.addStatements(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        actions: [read],
        principals: [new iam.AccountRootPrincipal()],
      }),
    );
    expect(() => Template.fromStack(stack)).toThrow(/'Stack\/Policy\/Resource'.*writes to 'Stack\/Secret\/Attachment/);
  });

  test('names the roles that a hosted rotation makes, which no template of the app has', () => {
    const app = newApp();
    const stack = new Stack(app, 'Stack', { env });
    new SecureSecret(stack, 'Secret', {
      rotation: Rotation.schedule({ hostedRotation: secretsmanager.HostedRotation.postgreSqlSingleUser() }),
    });
    const deployment = new Deployed(app);
    expect(deployment.decide(role('Stack-SecretRotationScheduleH-SecretsManagerRDSPostgreS-1ABCDEFGHIJKL'), put)).toBe(
      'allowed',
    );
    expect(deployment.decide(role('Admin'), put)).toBe('denied');
  });

  test('a role that a statement lets in is named by it', () => {
    const app = newApp();
    const stack = new Stack(app, 'Stack', { env });
    const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    new SecureSecret(stack, 'Secret', { rotation }).addToResourcePolicy(
      new iam.PolicyStatement({ principals: [reader], actions: [read], resources: ['*'] }),
    );
    const deployment = new Deployed(app);
    expect(deployment.decide(deployment.role('Reader'), read)).toBe('allowed');
    expect(deployment.decide(role('Admin'), read)).toBe('denied');
  });

  test('a role of another stack that has a name is known by it', () => {
    const app = newApp();
    const secret = new SecureSecret(new Stack(app, 'Stack', { env }), 'Secret', { rotation });
    const far = new Stack(app, 'Consumers', { env });
    secret.grantRead(
      new iam.Role(far, 'Role', {
        roleName: 'reader',
        path: '/apps/',
        assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
      }),
    );
    secret.grantRead(new iam.User(far, 'User', { userName: 'ada' }));
    const deployment = new Deployed(app);
    expect(deployment.decide(role('apps/reader'), read)).toBe('allowed');
    expect(deployment.decide(role('reader'), read)).toBe('denied');
    expect(deployment.decide({ kind: 'user', arn: `arn:aws:iam::${account}:user/ada` }, read)).toBe('allowed');
  });

  test('an account that was let in is, and no other', () => {
    const app = newApp();
    const secret = new SecureSecret(new Stack(app, 'Stack', { env }), 'Secret', { rotation });
    secret.grantRead(new iam.AccountPrincipal('444455556666'));
    const deployment = new Deployed(app);
    expect(deployment.decide(role('Reader', '444455556666'), read)).toBe('allowed');
    expect(deployment.decide(role('Reader', '444455556666'), put)).toBe('denied');
    expect(deployment.decide(role('Reader', '777788889999'), read)).toBe('denied');
    expect(deployment.decide(role('Reader'), read)).toBe('denied');
  });

  test('a service that was let in acts for this account only', () => {
    const app = newApp();
    const secret = new SecureSecret(new Stack(app, 'Stack', { env }), 'Secret', { rotation });
    const appflow = new iam.ServicePrincipal('appflow.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    });
    secret.grantRead(appflow);
    const deployment = new Deployed(app);
    const service: Principal = { kind: 'service', name: 'appflow.amazonaws.com' };
    expect(deployment.decide(service, read, { 'aws:SourceAccount': account })).toBe('allowed');
    expect(deployment.decide(service, read, { 'aws:SourceAccount': '444455556666' })).toBe('denied');
  });

  test('where nobody knows who deploys, whoever does so through CloudFormation', () => {
    const app = newApp();
    const stack = new Stack(app, 'Stack', { env, synthesizer: new CliCredentialsStackSynthesizer() });
    new SecureSecret(stack, 'Secret', { rotation });
    const deployment = new Deployed(app);
    expect(deployment.decide(role('Ada'), put, { 'aws:CalledViaLast': 'cloudformation.amazonaws.com' })).toBe(
      'allowed',
    );
    expect(deployment.decide(role('Ada'), put)).toBe('denied');
    expect(deployment.decide(deployer, put)).toBe('denied');
  });
});

function rotated(secret: SecureSecret, stack: Stack): void {
  secret.addRotationSchedule('Rotation', { rotationLambda: new SecureFunction(stack, 'Fn', code) });
}
