import { App, Aspects, Aws, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import {
  LeadingKeys,
  ReturnedItem,
  ScopedBucketGrants,
  ScopedEventBusGrants,
  ScopedKeyGrants,
  ScopedLogGroupGrants,
  ScopedMetricGrants,
  ScopedParameterGrants,
  ScopedQueueGrants,
  ScopedRoleGrants,
  ScopedStateMachineGrants,
  ScopedTableGrants,
  SecureBucket,
  SecureFunction,
  SecureKey,
  SecureLogGroup,
} from '../../src';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

let app: App;
let stack: Stack;
let fn: SecureFunction;
beforeEach(() => {
  app = new App();
  stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  fn = new SecureFunction(stack, 'Fn', code);
});

const bucket = () => ScopedBucketGrants.fromBucket(new SecureBucket(stack, 'Bucket'));
const table = () =>
  ScopedTableGrants.fromTable(
    new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING } }),
  );

/** The statements of the role that name an action. */
function statementsWith(action: string): Record<string, unknown>[] {
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy')) as {
    Properties: { PolicyDocument: { Statement: Record<string, unknown>[] } };
  }[];
  return policies
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().includes(action));
}

describe('a text that would stand for more than itself is refused', () => {
  const token = () => new CfnParameter(stack, `Text${stack.node.children.length}`).valueAsString;
  const everything: [string, () => string, RegExp][] = [
    ['nothing', () => '', /is empty, which stands for everything/],
    ['a blank', () => ' ', /is empty/],
    ['a star', () => '*', /has a wildcard/],
    ['a star at the end', () => 'in/*', /has a wildcard/],
    ['a question mark', () => 'i?/', /has a wildcard/],
    ['a policy variable', () => '${aws:username}/', /has a policy variable/],
    ['an escaped star', () => '${*}/', /has a wildcard|has a policy variable/],
    ['a parameter', token, /is only known after deployment/],
    ['a lazy text', () => Lazy.string({ produce: () => '*' }), /is only known after deployment/],
    ['a function of CloudFormation', () => Fn.sub('${AWS::StackName}/'), /is only known after deployment/],
    ['a piece that is only known later', () => `in/${Aws.ACCOUNT_ID}/`, /is only known after deployment/],
    ['a character that IAM refuses', () => 'in/\u2192/', /has a character that a policy cannot hold/],
    ['a line break', () => 'in/\n/', /has a character that a policy cannot hold/],
  ];

  test.each<[string, () => string, RegExp]>([
    ...everything,
    ['a slash', () => '/', /begins with a slash/],
    ['a slash before it', () => '/in/', /begins with a slash, which is part of the keys: write 'in\/'/],
    ['a way up', () => '../', /has '\.\.'/],
    ['a way up inside', () => 'in/../private/', /has '\.\.'/],
    ['a beginning that others have', () => 'in', /'in' is also the beginning of 'inx': end it with/],
    ['a tenant whose number goes on', () => 'tenants/4', /is also the beginning of/],
  ])('as the prefix of a bucket: %s', (_, prefix, message) => {
    const grants = bucket();
    expect(() => grants.readPrefix(fn, prefix())).toThrow(message);
    expect(() => grants.writePrefix(fn, prefix())).toThrow(message);
    expect(() => grants.appendToPrefix(fn, prefix())).toThrow(/^Stack\/Bucket: /);
    expect(statementsWith('s3:GetObject')).toEqual([]);
    expect(statementsWith('s3:PutObject')).toEqual([]);
  });

  test('what to write instead of a prefix would be taken', () => {
    const grants = bucket();
    expect(() => grants.readPrefix(fn, '/in')).toThrow(/: write 'in\/'/);
    expect(() => grants.readPrefix(fn, 'in/')).not.toThrow();
  });

  test.each(everything)('as the partition key of a tenant: %s', (_, key, message) => {
    expect(() => LeadingKeys.of(key())).toThrow(message);
    expect(() => LeadingKeys.startingWith(key())).toThrow(message);
    expect(() => LeadingKeys.ofPrincipalTag('tenant', { prefix: key() })).toThrow(message);
    expect(() => LeadingKeys.ofPrincipalTag('tenant', { separator: key() })).toThrow(message);
  });

  test('as the beginning of a partition key that another tenant has too', () => {
    expect(() => LeadingKeys.startingWith('TENANT#4')).toThrow(/also the beginning of 'TENANT#4x'/);
    expect(() => LeadingKeys.ofPrincipalTag('tenant', { separator: 'x' })).toThrow(/also the beginning of 'xx'/);
  });

  test.each(['', '*', 'a}${aws:username', 'tenant*', 'x'.repeat(129)])('as the name of a tag: %p', (tag) => {
    expect(() => LeadingKeys.ofPrincipalTag(tag)).toThrow(/is not the name of a tag/);
  });

  test.each(everything)(
    'as an attribute, an index, a source, a detail type, a qualifier, a stream: %s',
    (_, text, message) => {
      const items = table();
      const bus = ScopedEventBusGrants.fromEventBus(new events.EventBus(stack, 'Bus'));
      const logGroup = ScopedLogGroupGrants.fromLogGroup(new SecureLogGroup(stack, 'Group'));
      const value = text();
      expect(() => items.readItems(fn, { attributes: ['pk', value] })).toThrow(message);
      expect(() => items.readItems(fn, { indexes: [value] })).toThrow(message);
      expect(() => items.writeItems(fn, { attributes: [value] })).toThrow(message);
      expect(() => bus.putEvents(fn, { source: value })).toThrow(message);
      expect(() => bus.putEvents(fn, { source: 'com.example', detailTypes: [value] })).toThrow(message);
      expect(() => logGroup.writeStream(fn, value)).toThrow(message);
      expect(() => ScopedMetricGrants.fromNamespace(value)).toThrow(message);
      expect(() => ScopedParameterGrants.fromPath(stack, value)).toThrow(message);
      expect(statementsWith('dynamodb:GetItem')).toEqual([]);
    },
  );

  test('as a list that is empty, or that nobody can look into', () => {
    const items = table();
    const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList;
    for (const attributes of [[], list]) {
      expect(() => items.readItems(fn, { attributes })).toThrow(/the list of every attribute is/);
      expect(() => items.writeItems(fn, { attributes })).toThrow(/the list of every attribute is/);
    }
    expect(() => items.readItems(fn, { indexes: [] })).toThrow(/the list of every index is empty/);
  });

  test.each(['/', '//', 'shop/', '/shop', '/shop//prod/', '/shop/prod'])('as the path of parameters: %p', (path) => {
    expect(() => ScopedParameterGrants.fromPath(stack, path)).toThrow(/is not one of parameters/);
  });

  test('as the name of a service', () => {
    const role = ScopedRoleGrants.fromRole(new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() }));
    const key = ScopedKeyGrants.fromKey(new SecureKey(stack, 'Key'));
    for (const service of ['', '*', '*.amazonaws.com', 'scheduler', 'evil.example.com', 'x.amazonaws.com.evil.com']) {
      expect(() => role.passTo(fn, service)).toThrow(/is not the name of a service/);
    }
    for (const service of ['', '*', 's3.*', 's3.amazonaws.com']) {
      expect(() => key.decryptThrough(fn, { service })).toThrow(/is not the first part of a service's name/);
    }
    expect(() => key.decryptThrough(fn, { service: 's3.eu-west-1.amazonaws.com' })).toThrow("write 's3'");
    const inContext = (encryptionContext: Record<string, string>) => () =>
      key.decryptThrough(fn, { service: 's3', encryptionContext });
    expect(inContext({ 'aws:s3:arn': '' })).toThrow(/is empty/);
    expect(inContext({ 'aws:s3:arn': '${aws:username}' })).toThrow(/has a policy variable/);
    expect(inContext({ '': 'x' })).toThrow(/is not the name of a part/);
  });

  test('and what belongs to AWS', () => {
    const bus = ScopedEventBusGrants.fromEventBus(new events.EventBus(stack, 'Bus'));
    expect(() => bus.putEvents(fn, { source: 'aws.s3' })).toThrow(/is one of AWS/);
    expect(() => ScopedMetricGrants.fromNamespace('AWS/Lambda')).toThrow(/is one of AWS/);
    expect(() => ScopedMetricGrants.fromNamespace('aws/lambda')).toThrow(/is one of AWS/);
  });

  test('and a whole item beside chosen attributes', () => {
    expect(() => table().writeItems(fn, { attributes: ['pk'], returns: ReturnedItem.ALL })).toThrow(
      /^Stack\/Table: 'returns: ReturnedItem.ALL' hands out/,
    );
  });
});

describe('an option that is undefined is as if it were not there', () => {
  test('of a table', () => {
    table().readItems(fn, { leadingKeys: LeadingKeys.of('A'), attributes: undefined, indexes: undefined });
    expect(statementsWith('dynamodb:GetItem')).toMatchObject([
      { Condition: { Null: { 'dynamodb:LeadingKeys': 'false' } } },
    ]);
    expect(statementsWith('dynamodb:Scan')).toEqual([]);
  });

  test('of a write, which returns nothing then', () => {
    table().writeItems(fn, { returns: undefined });
    expect(statementsWith('dynamodb:PutItem')).toMatchObject([
      { Condition: { StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] } } },
    ]);
  });

  test('of a bucket and a bus', () => {
    bucket().readPrefix(fn, 'in/', { list: undefined });
    ScopedEventBusGrants.fromEventBus(new events.EventBus(stack, 'Bus')).putEvents(fn, {
      source: 'com.example',
      detailTypes: undefined,
    });
    expect(statementsWith('s3:ListBucket')).toEqual([]);
    expect(JSON.stringify(statementsWith('events:PutEvents'))).not.toContain('detail-type');
  });
});

describe('a condition goes wherever the grant does', () => {
  const service = () =>
    new iam.ServicePrincipal('s3.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    });

  test('into the policy of the bucket and the key, for a role of another account', () => {
    const role = iam.Role.fromRoleArn(stack, 'Partner', 'arn:aws:iam::444455556666:role/partner');
    const encryptionKey = new kms.Key(stack, 'Key');
    const own = new s3.Bucket(stack, 'Raw', { encryptionKey });
    ScopedBucketGrants.fromBucket(own).readPrefix(role, 'in/', { list: true });
    const template = JSON.stringify(Template.fromStack(stack).toJSON().Resources);
    const policy = JSON.stringify(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy'));
    expect(policy).toContain('"s3:prefix":"in/*"');
    expect(policy).toContain('/in/*');
    const key = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key')).find((each) =>
      JSON.stringify(each).includes('444455556666'),
    ) as { Properties: { KeyPolicy: { Statement: { Condition?: object; Principal: unknown }[] } } };
    const statement = key.Properties.KeyPolicy.Statement.find((each) => JSON.stringify(each).includes('444455556666'));
    expect(statement).toMatchObject({ Action: 'kms:Decrypt', Condition: { StringEquals: { 'kms:ViaService': {} } } });
    // What is encrypted is made with the key, and cannot stand in its policy.
    expect(JSON.stringify(statement)).not.toContain('EncryptionContext');
    expect(template).toContain('partner');
  });

  test('into the policy of a raw queue, for a service', () => {
    ScopedQueueGrants.fromQueue(new sqs.Queue(stack, 'Queue')).send(service());
    Template.fromStack(stack).hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [
          {
            Action: 'sqs:SendMessage',
            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
            Principal: { Service: 's3.amazonaws.com' },
          },
        ],
      },
    });
  });

  test('into the policy of a table, for a role of another account', () => {
    const role = iam.Role.fromRoleArn(stack, 'Partner', 'arn:aws:iam::444455556666:role/partner');
    table().readItems(role, { leadingKeys: LeadingKeys.of('PARTNER') });
    const written = JSON.stringify(Template.fromStack(stack).findResources('AWS::DynamoDB::Table'));
    expect(written).toContain('"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["PARTNER"]}');
  });

  test('into the policy of a table, for a user of whom only the ARN is known', () => {
    table().getItem(new iam.ArnPrincipal('arn:aws:iam::111122223333:user/support'), {
      leadingKeys: LeadingKeys.of('STATS'),
    });
    const written = JSON.stringify(Template.fromStack(stack).findResources('AWS::DynamoDB::Table'));
    expect(written).toContain('"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["STATS"]}');
    expect(statementsWith('dynamodb:GetItem')).toEqual([]);
  });
});

describe('what was granted is not widened afterwards, but synthesis fails or nothing of it arrives', () => {
  /** What the role is allowed in the end, or the error that stopped it. */
  function allowed(widen: (grant: iam.Grant) => void): string {
    const grant = bucket().readPrefix(fn, 'in/', { list: true });
    try {
      widen(grant);
      const resources = app.synth().getStackByName('Stack').template.Resources as Record<string, { Type: string }>;
      return JSON.stringify(Object.values(resources).filter(({ Type }) => Type === 'AWS::IAM::Policy'));
    } catch (error) {
      return `refused: ${String(error)}`;
    }
  }

  const policy = () => fn.role!.node.findChild('DefaultPolicy').node.defaultChild as iam.CfnPolicy;
  const statement = (grant: iam.Grant) => grant.principalStatements[0];

  test.each<[string, (grant: iam.Grant) => void]>([
    ['a pattern on the statement', (grant) => statement(grant).addActions('s3:Delete*')],
    ['every action on the statement', (grant) => statement(grant).addActions('s3:*')],
    ['every resource on the statement', (grant) => statement(grant).addResources('*')],
    [
      'an escape hatch that takes the condition of the list',
      () => policy().addPropertyDeletionOverride('PolicyDocument.Statement.2.Condition'),
    ],
    ['an escape hatch on the resource', () => policy().addPropertyOverride('PolicyDocument.Statement.1.Resource', '*')],
    [
      'an aspect',
      () =>
        Aspects.of(app).add({
          visit: (node: IConstruct) => {
            if (node === policy()) policy().addPropertyOverride('PolicyDocument.Statement.0.Resource', '*');
          },
        }),
    ],
    [
      'a statement beside it',
      () => fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })),
    ],
  ])('by %s', (_, widen) => {
    const result = allowed(widen);
    if (!result.startsWith('refused: ')) {
      expect(result).not.toMatch(/DeleteObject|"s3:\*"|"Resource":"\*"/);
      expect(result).toContain('"s3:prefix":"in/*"');
    }
  });
});

test('all refusals of a call arrive as one error that names the resource', () => {
  const bus = ScopedEventBusGrants.fromEventBus(new events.EventBus(stack, 'Bus'));
  expect(() => bus.putEvents(fn, { source: '*', detailTypes: ['', 'x?'] })).toThrow(
    /^Stack\/Bus:\n- the source '\*'[^]*\n- the detail type ''[^]*\n- the detail type 'x\?'/,
  );
});

describe('the key of a state machine', () => {
  const machine = (props: Partial<sfn.StateMachineProps> = {}) =>
    new sfn.StateMachine(stack, 'Orders', {
      definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Done')),
      ...props,
    });
  const encrypted = (key: kms.IKey) =>
    machine({ encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(key) });
  const named = () => sfn.StateMachine.fromStateMachineName(stack, 'Orders', 'orders');
  const arn = 'arn:aws:kms:eu-west-1:111122223333:key/a1b2';
  const importedKey = () => kms.Key.fromKeyArn(stack, 'Key', arn);

  interface Policy {
    readonly Roles: unknown;
    readonly PolicyDocument: {
      readonly Statement: readonly { readonly Action: unknown; readonly Resource: unknown }[];
    };
  }
  const granted = (): unknown[] =>
    Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'))
      .map(({ Properties }) => Properties as Policy)
      .filter(({ Roles }) => JSON.stringify(Roles).includes('FnServiceRole'))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter((statement) => /"states\.eu-west-1\./.test(JSON.stringify(statement)))
      .map(({ Action, Resource }) => [Action, Resource]);

  const cases: [string, () => ScopedStateMachineGrants, unknown[]][] = [
    ['that it does not have', () => ScopedStateMachineGrants.fromStateMachine(machine()), []],
    [
      'that it has',
      () => ScopedStateMachineGrants.fromStateMachine(encrypted(new SecureKey(stack, 'Key'))),
      [['kms:Decrypt', { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] }]],
    ],
    [
      'that was imported',
      () => ScopedStateMachineGrants.fromStateMachine(encrypted(importedKey())),
      [['kms:Decrypt', arn]],
    ],
    [
      'that is told of an imported one',
      () => ScopedStateMachineGrants.fromStateMachine(named(), { encryptionKey: importedKey() }),
      [['kms:Decrypt', arn]],
    ],
    ['that nobody knows', () => ScopedStateMachineGrants.fromStateMachine(named()), []],
  ];

  test.each(cases)('%s is used for who waits', (_, make, keys) => {
    const grants = make();
    for (const _again of [1, 2]) grants.startSync(fn);
    expect(granted()).toEqual(keys);
  });

  test.each(cases)('%s is not used for who only starts it', (_, make) => {
    make().start(fn);
    expect(granted()).toEqual([]);
  });
});
