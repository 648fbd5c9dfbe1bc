import { App, Aspects, CfnResource, PropertyInjectors, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { SecureKey, SecureLogGroup } from '../../src';

function l1Of(group: logs.LogGroup): logs.CfnLogGroup {
  return group.node.defaultChild as logs.CfnLogGroup;
}

test.each<[string, logs.LogGroupProps, RegExp]>([
  ['a month', { retention: logs.RetentionDays.ONE_MONTH }, /Stack\/Logs: 'retention' of 30 days/],
  ['gone with the stack', { removalPolicy: RemovalPolicy.DESTROY }, /'removalPolicy: destroy' deletes the logs/],
])('prop: %s is refused', (_, props, message) => {
  const stack = new Stack(new App(), 'Stack');
  expect(() => new SecureLogGroup(stack, 'Logs', props)).toThrow(message);
  expect(stack.node.children).toHaveLength(0);
});

test('an explicit undefined does not erase what is enforced', () => {
  const stack = new Stack(new App(), 'Stack');
  new SecureLogGroup(stack, 'Logs', { encryptionKey: undefined, retention: undefined, removalPolicy: undefined });
  Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
    Properties: { RetentionInDays: 365, KmsKeyId: stack.resolve(SecureKey.shared(stack).keyArn) },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
});

test.each<[string, iam.PolicyStatementProps, RegExp]>([
  ['everybody', { actions: ['logs:PutLogEvents'], principals: [new iam.AnyPrincipal()] }, /principal '\*'/],
  ['everybody (star)', { actions: ['logs:PutLogEvents'], principals: [new iam.StarPrincipal()] }, /principal '\*'/],
  [
    'another account',
    { actions: ['logs:PutLogEvents'], principals: [new iam.AccountPrincipal('111122223333')] },
    /principal of account '111122223333'/,
  ],
  ['all actions', { actions: ['logs:*'], principals: [new iam.ServicePrincipal('es.amazonaws.com')] }, /'logs:\*'/],
  [
    'not actions',
    { notActions: ['logs:Get*'], principals: [new iam.ServicePrincipal('es.amazonaws.com')] },
    /notActions/,
  ],
  [
    'not principals',
    { actions: ['logs:PutLogEvents'], notPrincipals: [new iam.AccountPrincipal('1')] },
    /notPrincipals/,
  ],
])('method: addToResourcePolicy for %s is refused', (_, props, message) => {
  const group = new SecureLogGroup(new Stack(new App(), 'Stack'), 'Logs');
  expect(() => group.addToResourcePolicy(new iam.PolicyStatement({ resources: ['*'], ...props }))).toThrow(message);
});

test('method: a grant to another account is refused', () => {
  const group = new SecureLogGroup(new Stack(new App(), 'Stack', { env: { account: '444455556666' } }), 'Logs');
  expect(() => group.grantRead(new iam.AccountPrincipal('111122223333'))).toThrow(/addSubscriptionFilter/);
});

test('method: applyRemovalPolicy is refused', () => {
  const group = new SecureLogGroup(new Stack(new App(), 'Stack'), 'Logs');
  expect(() => group.applyRemovalPolicy(RemovalPolicy.DESTROY)).toThrow(/'removalPolicy: destroy'/);
});

test('a property injector that shortens retention fails synthesis, one that takes the key away is undone', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  PropertyInjectors.of(stack).add({
    constructUniqueId: logs.LogGroup.PROPERTY_INJECTION_ID,
    inject: (props: logs.LogGroupProps) => ({
      ...props,
      encryptionKey: undefined,
      retention: logs.RetentionDays.ONE_DAY,
    }),
  });
  new SecureLogGroup(stack, 'Logs');
  expect(() => app.synth()).toThrow(/'RetentionInDays' of 'Stack\/Logs\/Resource' was changed to '1'/);
  expect(() => app.synth()).not.toThrow(/KmsKeyId/);
});

test.each<[string, logs.RetentionDays, boolean]>([
  ['a day', logs.RetentionDays.ONE_DAY, false],
  ['two years', logs.RetentionDays.TWO_YEARS, true],
])(
  'CDK’s LogRetention that keeps the logs for %s is judged too, because it changes them at deployment',
  (_, retention, kept) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const { logGroupName } = new SecureLogGroup(stack, 'Logs');
    new logs.LogRetention(stack, 'Retention', { logGroupName, retention });
    const synth = expect(() => app.synth());
    if (kept) {
      synth.not.toThrow();
    } else {
      synth.toThrow(/'Stack\/Retention\/Resource'.* the last one deployed wins: give the 'retention' to 'Stack\/Logs'/);
    }
  },
);

const escapes: [string, (resource: logs.CfnLogGroup) => void][] = [
  ['KmsKeyId override', (r) => r.addPropertyOverride('KmsKeyId', '')],
  ['KmsKeyId deletion', (r) => r.addPropertyDeletionOverride('KmsKeyId')],
  ['KmsKeyId on the L1', (r) => void (r.kmsKeyId = undefined)],
  ['RetentionInDays override', (r) => r.addPropertyOverride('RetentionInDays', 1)],
  ['RetentionInDays on the L1', (r) => void (r.retentionInDays = 1)],
  ['DeletionPolicy override', (r) => r.addOverride('DeletionPolicy', 'Delete')],
  ['removal policy on the L1', (r) => r.applyRemovalPolicy(RemovalPolicy.DESTROY)],
  ['type', (r) => r.addOverride('Type', 'AWS::SSM::Parameter')],
  ['removal', (r) => void r.node.scope!.node.tryRemoveChild(r.node.id)],
];

describe.each<[string, (app: App, group: SecureLogGroup, loosen: (resource: logs.CfnLogGroup) => void) => void]>([
  ['directly', (_app, group, loosen) => loosen(l1Of(group))],
  [
    'by an aspect that runs last',
    (app, group, loosen) =>
      Aspects.of(app).add(
        {
          visit: (node: IConstruct) =>
            void (CfnResource.isCfnResource(node) && node === l1Of(group) && loosen(node as logs.CfnLogGroup)),
        },
        { priority: 1_000_000 },
      ),
  ],
])('%s', (_, apply) => {
  test.each(escapes)('escape hatch: %s fails synthesis', (_name, loosen) => {
    const app = new App();
    apply(app, new SecureLogGroup(new Stack(app, 'Stack'), 'Logs'), loosen);
    expect(() => app.synth()).toThrow(/Stack\/Logs/);
  });
});
