import { App, Duration, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { CfnElement } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Sandbox, SecureBucket, SecureKey } from '../../src';

interface Statement {
  readonly Sid?: string;
  readonly Action: string | string[];
  readonly Principal?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

function policyOf(stack: Stack, bucket: s3.Bucket): Statement[] {
  return stack.resolve((bucket.policy!.node.defaultChild as s3.CfnBucketPolicy).policyDocument).Statement;
}

function allowed(stack: Stack, role: iam.Role): string[] {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy');
  return Object.values(policies)
    .filter((policy) => JSON.stringify(policy.Properties.Roles).includes(role.node.id))
    .flatMap((policy) => policy.Properties.PolicyDocument.Statement)
    .flatMap((statement: Statement) => statement.Action)
    .sort();
}

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  const newStack = () => new Stack(new App({ context }), 'Stack');

  test('is private, versioned, encrypted with the shared key, logged and kept', () => {
    const stack = newStack();
    new SecureBucket(stack, 'Bucket');
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: stack.resolve(SecureKey.shared(stack).keyArn),
              },
            },
          ],
        },
        LifecycleConfiguration: {
          Rules: [
            { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' },
            { NoncurrentVersionExpiration: { NoncurrentDays: 90 }, Status: 'Enabled' },
          ],
        },
        LoggingConfiguration: { LogFilePrefix: 'Stack/Bucket/' },
        AccessControl: Match.absent(),
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('shares one log bucket a stack, which is private, encrypted by S3 and let in by policy, without ACLs', () => {
    const stack = newStack();
    new SecureBucket(stack, 'First');
    new SecureBucket(stack, 'Second');
    new SecureBucket(new NestedStack(stack, 'Nested'), 'Third');
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::S3::Bucket', 3);
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 365 })]) },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      AccessControl: Match.absent(),
    });
    const logs = stack.node.findChild('AccessLogs') as s3.Bucket;
    const delivery = policyOf(stack, logs).filter(({ Action }) => Action === 's3:PutObject');
    expect(delivery.map(({ Condition }) => Condition)).toEqual(
      delivery.map(() => ({
        ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::*']] } },
        StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      })),
    );
    for (const prefix of ['Stack/First/*', 'Stack/Second/*', 'Stack/Nested/Third/*']) {
      expect(JSON.stringify(delivery)).toContain(prefix);
    }
  });

  test('keeps the logical ids of the L2 and of its policy, so that a swap is an update in place', () => {
    const raw = newStack();
    new s3.Bucket(raw, 'Bucket', { enforceSSL: true });
    const stack = newStack();
    new SecureBucket(stack, 'Bucket');
    expect(Object.keys(Template.fromStack(stack).toJSON().Resources)).toEqual(
      expect.arrayContaining(Object.keys(Template.fromStack(raw).toJSON().Resources)),
    );
  });

  test('no statement stands twice in its policy', () => {
    const stack = newStack();
    const bucket = new SecureBucket(stack, 'Bucket');
    expect(policyOf(stack, bucket).map(({ Sid, Condition }) => Sid ?? Object.keys(Condition!)[0])).toEqual([
      'Bool',
      'NumericLessThan',
      'DenyOtherEncryption',
      'DenyKeyOfClient',
    ]);
  });

  test.each<[string, (bucket: SecureBucket, role: iam.Role) => iam.Grant, boolean]>([
    ['grantWrite', (bucket, role) => bucket.grantWrite(role), false],
    ['grants.write', (bucket, role) => bucket.grants.write(role), false],
    ['grantReadWrite', (bucket, role) => bucket.grantReadWrite(role), false],
    ['grants.readWrite', (bucket, role) => bucket.grants.readWrite(role), false],
    ['grantPut', (bucket, role) => bucket.grantPut(role), false],
    ['grantDelete', (bucket, role) => bucket.grantDelete(role), true],
    ['grants.delete', (bucket, role) => bucket.grants.delete(role), true],
  ])('%s allows to delete only where that was asked for', (__, grant, deletes) => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    expect(grant(new SecureBucket(stack, 'Bucket'), role).success).toBe(true);
    const actions = allowed(stack, role);
    expect(actions.some((action) => action.startsWith('s3:Delete'))).toBe(deletes);
    expect(actions).not.toContain('s3:Abort*');
    expect(actions.filter((action) => action.startsWith('s3:Put')).sort()).toEqual(deletes ? [] : ['s3:PutObject']);
  });

  test('a grant keeps to its key prefix', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    new SecureBucket(stack, 'Bucket').grantReadWrite(role, 'uploads/*');
    const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    const text = JSON.stringify(policy.Properties.PolicyDocument);
    expect(text).toContain('/uploads/*');
    expect(text).not.toContain('"/*"');
  });

  test('another account gets exact actions, objects and bucket each on its own', () => {
    const stack = newStack();
    const bucket = new SecureBucket(stack, 'Bucket');
    bucket.grantRead(new iam.AccountPrincipal('111122223333'));
    const statements = policyOf(stack, bucket).filter(({ Principal }) =>
      JSON.stringify(Principal).includes('111122223333'),
    );
    expect(JSON.stringify(statements.map(({ Action }) => Action))).not.toContain('*');
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
      's3:GetBucketLocation',
      's3:GetObject',
      's3:ListBucket',
    ]);
    expect(statements).toHaveLength(2);
  });

  test.each<[string, string, (stack: Stack) => s3.IBucketNotificationDestination]>([
    ['queue', 'AWS::SQS::QueuePolicy', (stack) => new notifications.SqsDestination(new sqs.Queue(stack, 'Target'))],
    ['topic', 'AWS::SNS::TopicPolicy', (stack) => new notifications.SnsDestination(new sns.Topic(stack, 'Target'))],
  ])('a %s accepts notifications of this bucket in this account only', (__, type, target) => {
    const stack = newStack();
    const bucket = new SecureBucket(stack, 'Bucket');
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, target(stack));
    const [policy] = Object.values(Template.fromStack(stack).findResources(type));
    expect(policy.Properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({
        Principal: { Service: 's3.amazonaws.com' },
        Condition: {
          ArnLike: { 'aws:SourceArn': stack.resolve(bucket.bucketArn) },
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        },
      }),
    ]);
  });

  test('a function accepts notifications of this bucket in this account only', () => {
    const stack = newStack();
    const bucket = new SecureBucket(stack, 'Bucket');
    const fn = new lambda.Function(stack, 'Function', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
    });
    bucket.addObjectCreatedNotification(new notifications.LambdaDestination(fn));
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Permission', {
      SourceAccount: { Ref: 'AWS::AccountId' },
      SourceArn: stack.resolve(bucket.bucketArn),
    });
  });

  test('an inventory is delivered for this account only', () => {
    const stack = newStack();
    const target = new SecureBucket(stack, 'Inventories');
    new SecureBucket(stack, 'Bucket', { inventories: [{ destination: { bucket: target } }] });
    expect(policyOf(stack, target)).toContainEqual(
      expect.objectContaining({
        Principal: { Service: 's3.amazonaws.com' },
        Condition: expect.objectContaining({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }),
      }),
    );
  });

  test('leaves nothing behind in a sandbox', () => {
    const stack = newStack();
    Sandbox.enable(stack);
    new SecureBucket(stack, 'Bucket');
    const template = Template.fromStack(stack);
    template.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    template.resourceCountIs('Custom::S3AutoDeleteObjects', 2);
  });
});

test('a bucket of the own takes the access logs, let in by policy', () => {
  const stack = new Stack(new App(), 'Stack');
  const logs = new s3.Bucket(stack, 'Logs');
  new SecureBucket(stack, 'Bucket', { serverAccessLogsBucket: logs, serverAccessLogsPrefix: 'books/' });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::S3::Bucket', 2);
  template.hasResourceProperties('AWS::S3::Bucket', {
    LoggingConfiguration: { DestinationBucketName: stack.resolve(logs.bucketName), LogFilePrefix: 'books/' },
  });
  template.allResourcesProperties('AWS::S3::Bucket', Match.not(Match.objectLike({ AccessControl: Match.anyValue() })));
});

test('lifecycle rules of the own take the place of the default that they speak about', () => {
  const stack = new Stack(new App(), 'Stack');

  const bucket = new SecureBucket(stack, 'Bucket', {
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(365) }],
  });
  const rules = stack.resolve((bucket.node.defaultChild as s3.CfnBucket).lifecycleConfiguration).rules;
  expect(rules).toHaveLength(2);
  expect(rules[0].noncurrentVersionExpiration).toEqual({ noncurrentDays: 365 });
});

test('the key of the bucket that takes an inventory lets S3 in, because the files would not be written otherwise', () => {
  const stack = new Stack(new App(), 'Stack');
  const key = new SecureKey(stack, 'Key');
  const destination = { bucket: new SecureBucket(stack, 'Lists', { encryptionKey: key }) };
  new SecureBucket(stack, 'Bucket', { inventories: [{ destination }] });
  const keys = Template.fromStack(stack).findResources('AWS::KMS::Key');
  expect(keys[stack.getLogicalId(key.node.defaultChild as CfnElement)].Properties.KeyPolicy.Statement).toContainEqual({
    Action: 'kms:GenerateDataKey',
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Resource: '*',
  });
});

test('a lifecycle rule that is switched off does not take the place of the default', () => {
  const app = new App();
  new SecureBucket(new Stack(app, 'Stack'), 'Bucket', {
    lifecycleRules: [{ enabled: false, noncurrentVersionExpiration: Duration.days(1) }],
  });
  expect(() => app.synth()).not.toThrow();
});

test('a grant that names its actions gets those', () => {
  const stack = new Stack(new App(), 'Stack');
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  new SecureBucket(stack, 'Bucket').grantWrite(role, '*', ['s3:PutObject', 's3:PutObjectTagging']);
  expect(allowed(stack, role)).toContain('s3:PutObjectTagging');
});

test('an imported log bucket is said to need a policy', () => {
  const stack = new Stack(new App(), 'Stack');
  const bucket = new SecureBucket(stack, 'Bucket', {
    serverAccessLogsBucket: s3.Bucket.fromBucketName(stack, 'Logs', 'logs'),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  expect(bucket.node.metadata.map(({ data }) => String(data)).join()).toMatch(
    /must let 'logging\.s3\.amazonaws\.com' write/,
  );
});
