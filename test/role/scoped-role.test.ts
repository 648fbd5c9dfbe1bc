import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import type { Construct } from 'constructs';
import { ScopedBucketGrants } from '../../src/grants/scoped-bucket-grants';
import { ScopedRole } from '../../src/role/scoped-role';

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

function statementsOf(stack: Stack): Statement[] {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy');
  return Object.values(policies).flatMap(
    (policy) => (policy.Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
  );
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('a scoped role, %s', (_, context) => {
  let stack: Stack;
  let role: ScopedRole;
  beforeEach(() => {
    stack = new Stack(new App({ context }), 'Stack');
    role = new ScopedRole(stack, 'Role');
  });

  test('is assumed by Lambda for functions of this account only, because a role that others may assume is not the function’s', () => {
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });

  test('reads objects with the one action that reads, on objects, and lists on the bucket', () => {
    new s3.Bucket(stack, 'Bucket').grantRead(role);
    expect(statementsOf(stack)).toEqual([
      expect.objectContaining({ Action: ['s3:GetBucketLocation', 's3:ListBucket'], Resource: bucket }),
      expect.objectContaining({ Action: 's3:GetObject', Resource: objects }),
    ]);
  });

  test('puts objects without legal holds, retention and tags, which a put is not', () => {
    new s3.Bucket(stack, 'Bucket').grantPut(role);
    expect(
      statementsOf(stack)
        .flatMap(({ Action }) => Action)
        .sort(),
    ).toEqual(['s3:AbortMultipartUpload', 's3:PutObject']);
  });

  test('keeps what a person wrote exactly, because that is how what narrowing leaves out is asked for', () => {
    role.addToPolicy(
      new iam.PolicyStatement({ actions: ['s3:PutObjectTagging'], resources: ['arn:aws:s3:::photos/*'] }),
    );
    expect(statementsOf(stack)[0].Action).toBe('s3:PutObjectTagging');
  });

  test('uses a key with the exact actions', () => {
    new kms.Key(stack, 'Key').grantEncryptDecrypt(role);
    const actions = statementsOf(stack).flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    expect(actions).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey']));
  });

  test('writes to a table, and not to its indexes, which cannot be written to', () => {
    const table = new dynamodb.Table(stack, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['dynamodb:Query', 'dynamodb:PutItem'],
        resources: [table.tableArn, `${table.tableArn}/index/*`],
      }),
    );
    const put = statementsOf(stack).find(({ Action }) => Action.includes('dynamodb:PutItem'));
    expect(JSON.stringify(put!.Resource)).not.toContain('index');
  });

  test('never has a statement without a resource, which IAM does not take: a table without indexes names them as nothing', () => {
    new dynamodb.Table(stack, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    }).grantReadWriteData(role);
    for (const { Resource } of statementsOf(stack)) {
      const named = [Resource].flat().filter((each) => JSON.stringify(each ?? null) !== '{"Ref":"AWS::NoValue"}');
      expect(named.filter((each) => each !== undefined)).not.toEqual([]);
    }
  });

  test('reads a state machine, and not the definitions of all others', () => {
    const definitionBody = sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Pass'));
    new sfn.StateMachine(stack, 'Machine', { definitionBody }).grantRead(role);
    const onAll = statementsOf(stack).filter(({ Resource }) => Resource === '*');
    expect(onAll.flatMap(({ Action }) => Action).filter((action) => action.includes('Describe'))).toEqual([]);
  });

  test('drops what has no effect on one resource', () => {
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ssm:DescribeParameters', 'ssm:GetParameter'],
        resources: [stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: 'x' })],
      }),
    );
    expect(statementsOf(stack).map(({ Action }) => Action)).toEqual(['ssm:GetParameter']);
  });

  test('says that a statement was added when nothing of it is left, or an L2 would write a resource policy instead', () => {
    const { statementAdded, policyDependable } = role.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: ['ssm:DescribeParameters'],
        resources: ['arn:aws:ssm:eu-west-1:1:parameter/x'],
      }),
    );
    expect([statementAdded, policyDependable === undefined]).toEqual([true, false]);
  });

  test('keeps sid, conditions and denials', () => {
    role.addToPolicy(
      new iam.PolicyStatement({
        sid: 'Own',
        actions: ['dynamodb:GetItem'],
        resources: ['arn:aws:dynamodb:eu-west-1:1:table/x'],
        conditions: { StringEquals: { 'aws:PrincipalTag/team': 'a' } },
      }),
    );
    role.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:*'], resources: ['*'] }));
    expect(statementsOf(stack)).toEqual([
      expect.objectContaining({ Effect: 'Deny', Action: 's3:*' }),
      expect.objectContaining({ Sid: 'Own', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }),
    ]);
  });

  test('keeps the permissions boundary of the CDK’s own mechanism', () => {
    iam.PermissionsBoundary.of(stack).apply(iam.ManagedPolicy.fromManagedPolicyName(stack, 'B', 'boundary'));
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      PermissionsBoundary: { 'Fn::Join': ['', Match.arrayWith([':policy/boundary'])] },
    });
  });

  test('moves what is too long for one policy into managed policies of the stack', () => {
    for (let index = 0; index < 200; index++) {
      role.addToPolicy(
        new iam.PolicyStatement({
          actions: ['dynamodb:GetItem'],
          resources: [`arn:aws:dynamodb:eu-west-1:111122223333:table/${'x'.repeat(40)}${index}`],
        }),
      );
    }
    expect(Object.keys(Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy'))).not.toHaveLength(0);
  });
});

test.each<[string, (app: App) => Construct[]]>([
  ['two stacks', (app) => [new Stack(app, 'One'), new Stack(app, 'Two')]],
  ['two stages', (app) => ['One', 'Two'].map((id) => new Stack(new Stage(app, id), 'Stack'))],
  [
    'two nested stacks',
    (app) => {
      const stack = new Stack(app, 'Stack');
      return [new NestedStack(stack, 'One'), new NestedStack(stack, 'Two')];
    },
  ],
])('roles with the same logical id in %s are not taken for one', (_, scopes) => {
  const app = new App();
  for (const scope of scopes(app)) {
    const role = new ScopedRole(scope, 'Role');
    new s3.Bucket(scope, 'Bucket').grantRead(role);
  }
  expect(() => app.synth()).not.toThrow();
});

test('a grant of a key in another region is refused, because the CDK writes every key for it, with what names the one', () => {
  const app = new App();
  const props = (region: string) => ({ env: { account: '111122223333', region }, crossRegionReferences: true });
  const there = new Stack(app, 'There', props('eu-west-1'));
  const encrypted = new s3.Bucket(there, 'Bucket', { encryptionKey: new kms.Key(there, 'Key') });
  const here = new Stack(app, 'Here', props('us-east-1'));
  expect(() => encrypted.grantRead(new ScopedRole(here, 'Refused'))).toThrow(
    /'kms:Decrypt' on '\*': .* in another region or account: use 'ScopedBucketGrants\.fromBucket/,
  );

  ScopedBucketGrants.fromBucket(encrypted).readPrefix(new ScopedRole(here, 'Role'), 'invoices/');
  const [decrypt] = statementsOf(here).filter(({ Action }) => Action === 'kms:Decrypt');
  expect(JSON.stringify(decrypt.Resource)).toMatch(/Key[0-9A-F]{8}Arn/);
});

const bucket = { 'Fn::GetAtt': ['Bucket83908E77', 'Arn'] };
const objects = { 'Fn::Join': ['', [bucket, '/*']] };
