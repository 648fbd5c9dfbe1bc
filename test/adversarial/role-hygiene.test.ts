import { App, Aspects, CfnResource, Fn, PermissionsBoundary, Stack, Stage, Tags, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ServerlessSecurityChecks } from '../../src';
import { roleQuotas } from '../../src/facts/role-quotas';
import { SecureFunction } from '../../src/function/secure-function';
import { SecureKey } from '../../src/key/secure-key';
import { ScopedRole } from '../../src/role/scoped-role';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

interface Policy {
  readonly Type: string;
  readonly Properties: { readonly PolicyDocument: { readonly Statement: Statement[] }; readonly Roles?: unknown };
}

function policiesOf(stack: Stack): Policy[] {
  const { Resources: resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, Policy> };
  return Object.values(resources).filter(({ Type }) => /^AWS::IAM::(Managed)?Policy$/.test(Type));
}

function statementsOf(stack: Stack): Statement[] {
  return policiesOf(stack).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

function tableArn(name: string): string {
  return `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`;
}

function statement(actions: string[], resources: string[], more: iam.PolicyStatementProps = {}): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources, ...more });
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('the policy of a role, %s', (_, context) => {
  let app: App;
  let stack: Stack;
  let role: ScopedRole;
  beforeEach(() => {
    app = new App({ context });
    stack = new Stack(app, 'Stack');
    role = new ScopedRole(stack, 'Role');
  });

  test('says a thing once, however often it was granted', () => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    for (let index = 0; index < 3; index++) bucket.grantRead(role);
    bucket.grantReadWrite(role);
    expect(statementsOf(stack).map(({ Action }) => Action)).toEqual([
      ['s3:GetBucketLocation', 's3:ListBucket'],
      ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    ]);
  });

  test('leaves out what a statement beside it covers, and nothing that it does not', () => {
    role.addToPolicy(statement(['s3:GetObject'], ['arn:aws:s3:::books/covers/*']));
    role.addToPolicy(statement(['s3:PutObject'], ['arn:aws:s3:::books/covers/*']));
    role.addToPolicy(statement(['s3:GetObject'], ['arn:aws:s3:::books/*']));
    expect(statementsOf(stack)).toEqual([
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::books/*' },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::books/covers/*' },
    ]);
  });

  test.each([
    ['a star covers a question mark, and not the other way round', ['a?', 'a*'], ['a*']],
    ['two patterns that cover each other leave one', ['a**', 'a*'], ['a*']],
    ['a name does not cover what starts with it', ['a', 'ab'], ['a', 'ab']],
    ['a pattern covers a pattern below it', ['a/*/x', 'a/*'], ['a/*']],
    ['a question mark covers no star', ['a?b', 'a*b?'], ['a*b?', 'a?b']],
  ])('%s', (__, keys, left) => {
    role.addToPolicy(
      statement(
        ['s3:GetObject'],
        keys.map((key) => `arn:aws:s3:::books/${key}`),
      ),
    );
    const resources = statementsOf(stack).flatMap(({ Resource }) => Resource);
    expect(resources).toEqual(left.map((key) => `arn:aws:s3:::books/${key}`));
  });

  test.each<[string, iam.PolicyStatementProps, iam.PolicyStatementProps]>([
    ['conditions', {}, { conditions: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }],
    ['a sid', { sid: 'One' }, { sid: 'Two' }],
    ['an effect', {}, { effect: iam.Effect.DENY }],
  ])('keeps apart what differs in %s', (__, one, other) => {
    role.addToPolicy(statement(['dynamodb:GetItem'], [tableArn('x')], one));
    role.addToPolicy(statement(['dynamodb:GetItem'], [tableArn('x')], other));
    expect(statementsOf(stack)).toHaveLength(2);
  });

  test('keeps resources of two stacks apart that have the same logical id', () => {
    for (const name of ['One', 'Two']) {
      const bucket = new s3.Bucket(new Stack(app, name), 'Bucket');
      bucket.grantRead(role);
      role.addToPolicy(
        statement(['dynamodb:GetItem'], [tableArn('x')], { conditions: { ArnEquals: { 'aws:x': bucket.bucketArn } } }),
      );
      role.addToPolicy(statement(['s3:PutObject'], [bucket.arnForObjects('*')], { sid: 'Put' }));
    }
    const text = JSON.stringify(statementsOf(stack));
    // Of each bucket: itself and its objects in the grant, the condition, and the statement with a sid.
    for (const name of ['One', 'Two']) expect(text.match(new RegExp(`"${name}[:"]`, 'g'))).toHaveLength(4);
  });

  test('is the same in whatever order the grants were made', () => {
    const written = [0, 1, 2].map((first) => {
      const scope = new Stack(new App({ context }), 'Stack');
      const one = new ScopedRole(scope, 'Role');
      const bucket = new s3.Bucket(scope, 'Bucket');
      const queue = new sqs.Queue(scope, 'Queue');
      const grants = [
        () => bucket.grantReadWrite(one),
        () => queue.grantSendMessages(one),
        () => one.addToPolicy(statement(['dynamodb:GetItem'], [tableArn('b'), tableArn('a')], { sid: 'Own' })),
      ];
      for (let index = 0; index < 3; index++) grants[(first + index) % 3]();
      return JSON.stringify(statementsOf(scope));
    });
    expect(new Set(written).size).toBe(1);
  });

  test('has the condition that somebody adds to the statement of a grant, because the library says that counts', () => {
    const grant = new s3.Bucket(stack, 'Bucket').grantRead(role);
    grant.principalStatement!.addCondition('StringEquals', { 'aws:PrincipalTag/team': 'a' });
    new secretsmanager.Secret(stack, 'Secret').grantRead(role, ['AWSCURRENT']);
    expect(statementsOf(stack).filter(({ Condition }) => Condition === undefined)).toEqual([]);
  });

  test('does not take a condition that comes too late to count, but says so', () => {
    const grant = new s3.Bucket(stack, 'Bucket').grantRead(role);
    app.synth();
    expect(() => grant.principalStatement!.addCondition('Null', { 'aws:x': 'true' })).toThrow(/freeze/);
  });

  test('refuses what a statement becomes after it was added', () => {
    const added = statement(['dynamodb:GetItem'], [tableArn('x')]);
    role.addToPolicy(added);
    added.addResources('*');
    expect(() => app.synth()).toThrow(/'dynamodb:GetItem' on '\*'/);
  });

  test('has an index that a table gets after the grant, and none of a table that gets none', () => {
    const key = { name: 'id', type: dynamodb.AttributeType.STRING };
    const table = new dynamodb.Table(stack, 'Table', { partitionKey: key });
    new dynamodb.Table(stack, 'Other', { partitionKey: key }).grantReadData(role);
    table.grantReadData(role);
    table.addGlobalSecondaryIndex({ indexName: 'byYear', partitionKey: key });
    const onIndex = statementsOf(stack).filter(({ Resource }) => JSON.stringify(Resource).includes('/index/*'));
    expect(onIndex.map(({ Action }) => Action)).toEqual([['dynamodb:Query', 'dynamodb:Scan']]);
    expect(JSON.stringify(statementsOf(stack))).not.toContain('AWS::NoValue');
  });

  test('has what an aspect grants', () => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    let isGranted = false;
    Aspects.of(app).add({
      visit: () => {
        if (!isGranted) bucket.grantRead(role);
        isGranted = true;
      },
    });
    expect(statementsOf(stack).flatMap(({ Action }) => Action)).toContain('s3:GetObject');
  });

  test('is deployed before what waits for a grant', () => {
    const grant = new s3.Bucket(stack, 'Bucket').grantRead(role);
    const waiting = new CfnResource(stack, 'Waiting', { type: 'AWS::CloudFormation::WaitConditionHandle' });
    grant.applyBefore(waiting);
    Template.fromStack(stack).hasResource('AWS::CloudFormation::WaitConditionHandle', {
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('DefaultPolicy')]),
    });
  });

  test('encrypts without being able to read, by re-encryption under a key of the attacker', () => {
    new kms.Key(stack, 'Key').grantEncrypt(role);
    expect(statementsOf(stack).flatMap(({ Action }) => Action)).toEqual(['kms:Encrypt', 'kms:GenerateDataKey']);
  });

  test('answers tasks of a state machine, although the reference of AWS names no resource for that', () => {
    role.addToPolicy(statement(['states:SendTaskSuccess'], ['arn:aws:states:eu-west-1:111122223333:stateMachine:x']));
    expect(statementsOf(stack)).toHaveLength(1);
  });
});

describe('what AWS would refuse for its length', () => {
  /** Policies that are not of grants, with room for so many of the characters of inline policies. */
  const fill = (role: ScopedRole, own: number) => {
    for (let index = 0; index < own; index++) {
      const long = tableArn('y'.repeat(200) + index);
      role._addOwnPolicy(`Own${index}`, [statement(['dynamodb:PutItem'], [long])], 'a test');
    }
  };

  function grantTables(role: ScopedRole, count: number, length = 60): void {
    for (let index = 0; index < count; index++) {
      // Each with an action set of its own, so that nothing merges.
      const condition = { StringEquals: { 'aws:PrincipalTag/team': `team-${index}` } };
      role.addToPolicy(
        statement(['dynamodb:GetItem'], [tableArn('x'.repeat(length) + index)], { conditions: condition }),
      );
    }
  }

  test('is moved to managed policies, so that the inline ones fit together with those that the function brings', () => {
    const stack = new Stack(new App(), 'Stack');
    const fn = new SecureFunction(stack, 'Fn', code);
    const role = fn.role as ScopedRole;
    fill(role, 10);
    grantTables(role, 60);
    const inline = policiesOf(stack).filter(({ Type }) => Type === 'AWS::IAM::Policy');
    const size = inline.reduce((sum, { Properties }) => sum + JSON.stringify(Properties.PolicyDocument).length, 0);
    expect(size).toBeLessThanOrEqual(roleQuotas.inlineCharacters);
    expect(policiesOf(stack).length).toBeGreaterThan(inline.length);
  });

  test.each([
    ['without feature flags', {}],
    ['with the recommended feature flags', flags],
  ])('leaves no room for grants where other policies fill it, %s, and moves them all', (_, context) => {
    const stack = new Stack(new App({ context }), 'Stack');
    const role = new ScopedRole(stack, 'Role');
    fill(role, 29);
    new s3.Bucket(stack, 'Bucket').grantRead(role);
    const policies = policiesOf(stack);
    const written = policies.map(({ Properties }) => JSON.stringify(Properties.PolicyDocument));
    expect(written.every((document) => document?.includes('Action'))).toBe(true);
    const managed = policies.filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');
    expect(JSON.stringify(managed)).toContain('s3:GetObject');
    const inline = policies.filter(({ Type }) => Type === 'AWS::IAM::Policy');
    const size = inline.reduce((sum, { Properties }) => sum + JSON.stringify(Properties.PolicyDocument).length, 0);
    expect(size).toBeGreaterThan(roleQuotas.inlineCharacters - 500);
    expect(size).toBeLessThanOrEqual(roleQuotas.inlineCharacters);
  });

  test('fails with what to do, where other policies are too long and there are grants too', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const role = new ScopedRole(stack, 'Role');
    fill(role, 50);
    new s3.Bucket(stack, 'Bucket').grantRead(role);
    expect(() => app.synth()).toThrow(
      /inline policies of 'Stack\/Role' have at least \d+ characters together, and AWS takes/,
    );
  });

  test('takes a list of resources that is only known after deployment', () => {
    const stack = new Stack(new App(), 'Stack');
    const role = new ScopedRole(stack, 'Role');
    role.addToPolicy(statement(['s3:GetObject'], Fn.split(',', Fn.importValue('objects'))));
    expect(JSON.stringify(statementsOf(stack))).toContain(
      '"Resource":{"Fn::Split":[",",{"Fn::ImportValue":"objects"}]}',
    );
  });

  test('fails with what to do, where ten managed policies do not hold it', () => {
    const app = new App();
    grantTables(new ScopedRole(new Stack(app, 'Stack'), 'Role'), 400);
    expect(() => app.synth()).toThrow(
      /'Stack\/Role' need \d+ managed policies, and AWS attaches 10: split the function/,
    );
  });

  test('is taken where AWS lets a role have more', () => {
    const app = new App({ context: { 'cdk-secure-serverless:managedPoliciesPerRole': 20 } });
    grantTables(new ScopedRole(new Stack(app, 'Stack'), 'Role'), 300);
    expect(() => app.synth()).not.toThrow();
  });

  test('fails where the inline policies that are not of grants are too long by themselves', () => {
    const app = new App();
    const role = new ScopedRole(new Stack(app, 'Stack'), 'Role');
    fill(role, 50);
    expect(() => app.synth()).toThrow(/inline policies of 'Stack\/Role' have at least \d+ characters together/);
  });

  test('fails where one statement is longer than a managed policy', () => {
    const app = new App();
    const role = new ScopedRole(new Stack(app, 'Stack'), 'Role');
    const resources = Array.from({ length: 70 }, (_, index) => tableArn('z'.repeat(100) + index));
    for (const sid of ['One', 'Two']) role.addToPolicy(statement(['dynamodb:GetItem'], resources, { sid }));
    expect(() => app.synth()).toThrow(/has at least \d+ characters, and AWS takes (6144|10240)|inline policies/);
  });
});

describe('a permissions boundary', () => {
  const boundaryOf = (stack: Stack) =>
    JSON.stringify(
      Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role')).map(
        ({ Properties }) => (Properties as { PermissionsBoundary?: unknown }).PermissionsBoundary,
      ),
    );

  test('of the app’s own context reaches the role', () => {
    const app = new App({ context: { '@aws-cdk/core:permissionsBoundary': { name: 'of-the-app' } } });
    const stack = new Stack(app, 'Stack');
    new SecureFunction(stack, 'Fn', code);
    expect(boundaryOf(stack)).toContain('of-the-app');
  });

  test('of a stage reaches the role', () => {
    const stage = new Stage(new App(), 'Stage', { permissionsBoundary: PermissionsBoundary.fromName('of-the-stage') });
    const stack = new Stack(stage, 'Stack');
    new ScopedRole(stack, 'Role');
    expect(boundaryOf(stack)).toContain('of-the-stage');
  });

  test('that is applied to a scope or set by an aspect stays, beside one that was asked for', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const policy = (name: string) => iam.ManagedPolicy.fromManagedPolicyName(stack, name, name);
    new ScopedRole(stack, 'Role', { permissionsBoundary: policy('asked') });
    iam.PermissionsBoundary.of(stack).apply(policy('applied'));
    expect(boundaryOf(stack)).toContain('applied');

    Aspects.of(app).add({
      visit: (node) => {
        if (node instanceof iam.CfnRole) node.permissionsBoundary = 'arn:aws:iam::111122223333:policy/set';
      },
    });
    expect(() => app.synth()).not.toThrow();
  });
});

describe('where roles are made elsewhere', () => {
  const report = (directory: string) =>
    jest.requireActual<{ readonly roles: readonly object[] }>(`${directory}/iam-policy-report.json`);

  test('the report has what the function needs, as narrow, and the template has no policy', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    iam.Role.customizeRoles(stack, { usePrecreatedRoles: { 'Stack/Fn/ServiceRole': 'made-elsewhere' } });
    new s3.Bucket(stack, 'Bucket').grantRead(new SecureFunction(stack, 'Fn', code));
    const assembly = app.synth();
    const text = JSON.stringify(report(assembly.directory));
    expect(text).toContain('"s3:GetObject"');
    expect(text).not.toContain('s3:GetObject*');
    expect(text).toContain('xray:PutTraceSegments');
    const template = assembly.getStackByName('Stack').template as { Resources: Record<string, { Type: string }> };
    expect(Object.values(template.Resources).filter(({ Type }) => Type.startsWith('AWS::IAM::'))).toEqual([]);
  });

  test('a broad statement is refused all the same', () => {
    const stack = new Stack(new App(), 'Stack');
    iam.Role.customizeRoles(stack);
    const role = new ScopedRole(stack, 'Role');
    expect(() => role.addToPolicy(statement(['s3:*'], ['*']))).toThrow(/'s3:\*' allows/);
  });
});

test.each(['queue', 'stream'])(
  'filters of a %s are encrypted with a SecureKey, for functions of this account only',
  (kind) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const filterEncryption = new SecureKey(stack, 'Key');
    const filters = [lambda.FilterCriteria.filter({ body: { genre: lambda.FilterRule.isEqual('poetry') } })];
    const fn = new SecureFunction(stack, 'Fn', code);
    if (kind === 'queue') {
      fn.addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Queue'), { filters, filterEncryption }));
    } else {
      const startingPosition = lambda.StartingPosition.LATEST;
      const stream = new kinesis.Stream(stack, 'Stream');
      fn.addEventSource(new KinesisEventSource(stream, { filters, filterEncryption, startingPosition }));
    }
    Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'kms:Decrypt',
            Principal: { Service: 'lambda.amazonaws.com' },
            Condition: { StringLike: { 'kms:EncryptionContext:aws:lambda:FunctionArn': Match.anyValue() } },
          }),
        ]),
      },
    });
  },
);

test('what merging writes passes the gate', () => {
  const app = new App();
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, { strict: true }));
  const stack = new Stack(app, 'Stack');
  Tags.of(stack).add('team', 'books');
  const role = new ScopedRole(stack, 'Role');
  role.addToPolicy(statement(['dynamodb:GetItem', 'dynamodb:Query'], [tableArn('x'), `${tableArn('x')}/index/byYear`]));
  expect(() => app.synth()).not.toThrow();
});
