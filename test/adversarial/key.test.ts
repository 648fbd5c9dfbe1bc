import { App, Aspects, CfnResource, Duration, Lazy, PropertyInjectors, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { Sandbox, SecureKey } from '../../src';
import type { SecureKeyProps } from '../../src';

function newStack(): Stack {
  return new Stack(new App(), 'Stack');
}

function statement(props: iam.PolicyStatementProps): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'], ...props });
}

function l1Of(key: kms.Key): kms.CfnKey {
  return key.node.defaultChild as kms.CfnKey;
}

const lambda = new iam.ServicePrincipal('lambda.amazonaws.com');
const stranger = new iam.AccountPrincipal('111122223333');

test.each<[string, SecureKeyProps, RegExp]>([
  ['rotation off', { enableKeyRotation: false }, /Stack\/Key: 'enableKeyRotation: false'/],
  ['disabled', { enabled: false }, /'enabled: false'/],
  ['asymmetric', { keySpec: kms.KeySpec.RSA_4096 }, /'keySpec: RSA_4096'/],
  [
    'a key that signs',
    { keySpec: kms.KeySpec.RSA_4096, keyUsage: kms.KeyUsage.SIGN_VERIFY },
    /'keyUsage: SIGN_VERIFY'/,
  ],
  ['gone in a week', { pendingWindow: Duration.days(7) }, /'pendingWindow' of 7 days .* use 14 to 30 days/],
  [
    'gone whenever a parameter says',
    { pendingWindow: Duration.days(Lazy.number({ produce: () => 7 })) },
    /'pendingWindow' is a token/,
  ],
  ['rotated once in seven years', { rotationPeriod: Duration.days(2560) }, /'rotationPeriod' of 2560 days/],
  ['gone with the stack', { removalPolicy: RemovalPolicy.DESTROY }, /'removalPolicy: destroy'/],
  [
    'a policy for everybody',
    { policy: new iam.PolicyDocument({ statements: [statement({ principals: [new iam.AnyPrincipal()] })] }) },
    /principal '\*' lets every AWS account in/,
  ],
  [
    'a policy with kms:* for a role',
    { policy: new iam.PolicyDocument({ statements: [statement({ actions: ['kms:*'], principals: [stranger] })] }) },
    /action 'kms:\*' for somebody other than this account/,
  ],
])('prop: %s is refused', (_, props, message) => {
  const stack = newStack();
  expect(() => new SecureKey(stack, 'Key', props)).toThrow(message);
  expect(stack.node.children).toHaveLength(0);
});

test('everything that was refused is said at once', () => {
  expect(() => new SecureKey(newStack(), 'Key', { enableKeyRotation: false, enabled: false })).toThrow(
    /enableKeyRotation[\s\S]*enabled/,
  );
});

test('an explicit undefined does not erase what is enforced', () => {
  const stack = newStack();
  const key = new SecureKey(stack, 'Key', {
    enableKeyRotation: undefined,
    pendingWindow: undefined,
    removalPolicy: undefined,
  });
  expect(stack.resolve(l1Of(key).enableKeyRotation)).toBe(true);
  expect(l1Of(key).pendingWindowInDays).toBe(30);
  expect(l1Of(key).cfnOptions.deletionPolicy).toBe('RetainExceptOnCreate');
});

test.each<[string, (key: SecureKey) => void, RegExp]>([
  [
    'addToResourcePolicy for everybody',
    (key) => key.addToResourcePolicy(statement({ principals: [new iam.StarPrincipal()] })),
    /principal '\*'/,
  ],
  [
    'addToResourcePolicy for all but one',
    (key) => key.addToResourcePolicy(statement({ notPrincipals: [stranger] })),
    /'notPrincipals' lets everybody else in/,
  ],
  [
    'addToResourcePolicy of all actions but one',
    (key) =>
      key.addToResourcePolicy(
        new iam.PolicyStatement({ notActions: ['kms:Decrypt'], resources: ['*'], principals: [stranger] }),
      ),
    /'notActions'/,
  ],
  ['grant of kms:*', (key) => key.grant(stranger, 'kms:*'), /action 'kms:\*'/],
  ['grants facade with *', (key) => key.grants.actions(stranger, '*'), /action '\*'/],
  [
    'a service for any account',
    (key) => key.grantEncryptDecrypt(lambda),
    /"Service":"lambda\.amazonaws\.com".* add the condition 'aws:SourceAccount'/,
  ],
  ...[{ StringLike: { 'aws:SourceAccount': '*' } }, { Bool: { 'aws:SecureTransport': 'true' } }].map(
    (conditions): [string, (key: SecureKey) => void, RegExp] => [
      `a service for any account, with ${JSON.stringify(conditions)}`,
      (key) => key.addToResourcePolicy(statement({ principals: [lambda], conditions })),
      /add the condition 'aws:SourceAccount'/,
    ],
  ),
  ...['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:P*'].map(
    (action): [string, (key: SecureKey) => void, RegExp] => [
      `grant of ${action} to another account`,
      (key) => key.grant(stranger, action),
      /lets account '111122223333' take the key over/,
    ],
  ),
  ['grantAdmin to another account', (key) => key.grantAdmin(stranger), /take the key over/],
  ['applyRemovalPolicy', (key) => key.applyRemovalPolicy(RemovalPolicy.DESTROY), /'removalPolicy: destroy'/],
])('method: %s is refused at the line', (_, loosen, message) => {
  const key = new SecureKey(newStack(), 'Key');
  expect(() => loosen(key)).toThrow(message);
});

test('everybody of one account, through a service, is not everybody', () => {
  const key = new SecureKey(newStack(), 'Key');
  expect(() =>
    key.addToResourcePolicy(
      statement({
        principals: [new iam.AnyPrincipal()],
        conditions: { StringEquals: { 'kms:CallerAccount': '111122223333' } },
      }),
    ),
  ).not.toThrow();
});

test('a property injector does not undo what is enforced', () => {
  const stack = newStack();
  PropertyInjectors.of(stack).add({
    constructUniqueId: kms.Key.PROPERTY_INJECTION_ID,
    inject: (props: kms.KeyProps) => ({ ...props, enableKeyRotation: false }),
  });
  const key = new SecureKey(stack, 'Key');
  expect(stack.resolve((l1Of(key) as unknown as { _toCloudFormation(): object })._toCloudFormation())).toMatchObject({
    Resources: expect.objectContaining({
      [stack.resolve(l1Of(key).logicalId)]: expect.objectContaining({
        Properties: expect.objectContaining({ EnableKeyRotation: true }),
      }),
    }),
  });
});

test('a policy that an injector opened fails synthesis', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  PropertyInjectors.of(stack).add({
    constructUniqueId: kms.Key.PROPERTY_INJECTION_ID,
    inject: (props: kms.KeyProps) => ({
      ...props,
      policy: new iam.PolicyDocument({ statements: [statement({ principals: [new iam.AnyPrincipal()] })] }),
    }),
  });
  new SecureKey(stack, 'Key');
  expect(() => app.synth()).toThrow(/'KeyPolicy' of 'Stack\/Key\/Resource' was changed/);
});

const escapes: [string, (resource: kms.CfnKey) => void][] = [
  ['EnableKeyRotation override', (r) => r.addPropertyOverride('EnableKeyRotation', false)],
  ['EnableKeyRotation deletion', (r) => r.addPropertyDeletionOverride('EnableKeyRotation')],
  ['EnableKeyRotation on the L1', (r) => void (r.enableKeyRotation = false)],
  ['PendingWindowInDays override', (r) => r.addPropertyOverride('PendingWindowInDays', 7)],
  ['PendingWindowInDays on the L1', (r) => void (r.pendingWindowInDays = undefined)],
  ['Enabled on the L1', (r) => void (r.enabled = false)],
  ['KeySpec override', (r) => r.addOverride('Properties.KeySpec', 'RSA_4096')],
  ['rotation that is rarer', (r) => r.addPropertyOverride('RotationPeriodInDays', 2560)],
  ['key material of the own', (r) => r.addPropertyOverride('Origin', 'EXTERNAL')],
  ['a policy that may lock out', (r) => r.addPropertyOverride('BypassPolicyLockoutSafetyCheck', true)],
  ['KeyUsage override', (r) => r.addOverride('Properties.KeyUsage', 'SIGN_VERIFY')],
  ['type override', (r) => r.addOverride('Type', 'AWS::SSM::Parameter')],
  ['DeletionPolicy override', (r) => r.addOverride('DeletionPolicy', 'Delete')],
  ['DeletionPolicy deletion', (r) => r.addDeletionOverride('DeletionPolicy')],
  ['DeletionPolicy on the L1', (r) => void (r.cfnOptions.deletionPolicy = undefined)],
  ['UpdateReplacePolicy on the L1', (r) => r.applyRemovalPolicy(RemovalPolicy.DESTROY)],
  ['KeyPolicy without the account', (r) => void (r.keyPolicy = { Statement: [] })],
  ['KeyPolicy deletion', (r) => r.addPropertyDeletionOverride('KeyPolicy')],
  [
    'KeyPolicy with a statement for everybody',
    (r) =>
      r.addPropertyOverride('KeyPolicy.Statement.1', {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Principal: { AWS: '*' },
        Resource: '*',
      }),
  ],
  ['removal', (r) => void r.node.scope!.node.tryRemoveChild(r.node.id)],
];

describe.each<[string, (app: App, key: SecureKey, loosen: (resource: kms.CfnKey) => void) => void]>([
  ['directly', (_app, key, loosen) => loosen(l1Of(key))],
  [
    'by an aspect that runs last',
    (app, _key, loosen) =>
      Aspects.of(app).add(
        { visit: (node: IConstruct) => void (CfnResource.isCfnResource(node) && loosen(node as kms.CfnKey)) },
        { priority: 1_000_000 },
      ),
  ],
])('%s', (_, apply) => {
  test.each(escapes)('escape hatch: %s fails synthesis', (_name, loosen) => {
    const app = new App();
    const key = new SecureKey(new Stack(app, 'Stack'), 'Key');
    apply(app, key, loosen);
    expect(() => app.synth()).toThrow(/Stack\/Key/);
  });
});

test('what is secure synthesizes, so that the above can fail', () => {
  const app = new App();
  new SecureKey(new Stack(app, 'Stack'), 'Key').allowLogs();
  expect(() => app.synth()).not.toThrow();
});

test('a sandbox may delete, and nothing else is weaker', () => {
  const stack = newStack();
  Sandbox.enable(stack);
  expect(() => new SecureKey(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY })).not.toThrow();
  expect(() => new SecureKey(stack, 'Other', { enableKeyRotation: false })).toThrow();
});
