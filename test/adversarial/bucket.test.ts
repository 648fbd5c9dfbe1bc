import { App, Aspects, CfnParameter, CfnResource, Mixin, PropertyInjectors, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { Sandbox, SecureBucket } from '../../src';

function newStack(): Stack {
  return new Stack(new App(), 'Stack', { env: { account: '444455556666', region: 'eu-west-1' } });
}

function l1Of(bucket: s3.Bucket): s3.CfnBucket {
  return bucket.node.defaultChild as s3.CfnBucket;
}

function policyOf(bucket: s3.Bucket): s3.CfnBucketPolicy {
  return bucket.policy!.node.defaultChild as s3.CfnBucketPolicy;
}

const stranger = new iam.AccountPrincipal('111122223333');
const lambda = new iam.ServicePrincipal('lambda.amazonaws.com');

test.each<[string, (stack: Stack) => s3.BucketProps, RegExp]>([
  ['publicReadAccess', () => ({ publicReadAccess: true }), /Stack\/Bucket: 'publicReadAccess: true'/],
  [
    'blockPublicAccess with holes',
    () => ({ blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS }),
    /'blockPublicAccess' without 'blockPublicPolicy', 'restrictPublicBuckets'/,
  ],
  [
    'blockPublicAccess with one flag off',
    () => ({ blockPublicAccess: new s3.BlockPublicAccess({ restrictPublicBuckets: false }) }),
    /'restrictPublicBuckets'/,
  ],
  ...Object.values(s3.BucketAccessControl)
    .filter((acl) => acl !== s3.BucketAccessControl.PRIVATE)
    .map((acl): [string, () => s3.BucketProps, RegExp] => [
      `accessControl ${acl}`,
      () => ({ accessControl: acl }),
      new RegExp(`'accessControl: ${acl}' needs ACLs`),
    ]),
  ['ACLs on', () => ({ objectOwnership: s3.ObjectOwnership.OBJECT_WRITER }), /'objectOwnership: ObjectWriter'/],
  [
    'ACLs preferred',
    () => ({ objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED }),
    /'objectOwnership: BucketOwnerPreferred'/,
  ],
  ['a website', () => ({ websiteIndexDocument: 'index.html' }), /'websiteIndexDocument' makes a website/],
  [
    'an error page',
    () => ({ websiteIndexDocument: 'index.html', websiteErrorDocument: 'error.html' }),
    /'websiteErrorDocument'/,
  ],
  ['a redirect', () => ({ websiteRedirect: { hostName: 'example.com' } }), /'websiteRedirect'/],
  ['routing rules', () => ({ websiteRoutingRules: [{ hostName: 'example.com' }] }), /'websiteRoutingRules'/],
  ...Object.values(s3.BucketEncryption)
    .filter((encryption) => encryption !== s3.BucketEncryption.KMS)
    .map((encryption): [string, () => s3.BucketProps, RegExp] => [
      `encryption ${encryption}`,
      () => ({ encryption }),
      new RegExp(`'encryption: ${encryption}' is not a key of the account`),
    ]),
  ['no TLS', () => ({ enforceSSL: false }), /'enforceSSL: false'/],
  ['TLS 1.1', () => ({ minimumTLSVersion: 1.1 }), /'minimumTLSVersion: 1\.1'/],
  [
    'TLS that is a token',
    (stack) => ({ minimumTLSVersion: new CfnParameter(stack, 'Tls', { type: 'Number', default: 1 }).valueAsNumber }),
    /'minimumTLSVersion' is a token/,
  ],
  ...['alias/mine', 'alias/aws/s3'].map((alias): [string, (stack: Stack) => s3.BucketProps, RegExp] => [
    `a key that is only known as ${alias}`,
    (stack) => ({ encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', alias) }),
    new RegExp(`'encryptionKey' is the alias '${alias}'`),
  ]),
  [
    'an alias of a key of the app',
    (stack) => ({ encryptionKey: new kms.Key(stack, 'Key').addAlias('alias/mine') }),
    /'encryptionKey' is the alias 'alias\/mine'/,
  ],
  ['no versions', () => ({ versioned: false }), /'versioned: false'/],
  ['emptied', () => ({ autoDeleteObjects: true, removalPolicy: RemovalPolicy.RETAIN }), /'autoDeleteObjects: true'/],
  ['gone with the stack', () => ({ removalPolicy: RemovalPolicy.DESTROY }), /'removalPolicy: destroy'/],
  ...['*', 'https://*', 'http://*', 'null'].map((origin): [string, () => s3.BucketProps, RegExp] => [
    `CORS for ${origin}`,
    () => ({ cors: [{ allowedMethods: [s3.HttpMethods.GET], allowedOrigins: [origin] }] }),
    /'allowedOrigins: .*' lets every website read/,
  ]),
  [
    'replication of nothing',
    (stack) => ({ replicationRules: [{ destination: new s3.Bucket(stack, 'Copies') }] }),
    /'replicationRules' without 'sseKmsEncryptedObjects: true' and 'kmsKey' would copy nothing/,
  ],
  [
    'a log bucket that S3 does not deliver to',
    (stack) => ({
      serverAccessLogsBucket: new s3.Bucket(stack, 'Logs', { encryptionKey: new kms.Key(stack, 'Key') }),
    }),
    /'serverAccessLogsBucket' is encrypted with a KMS key/,
  ],
])('prop: %s is refused', (_, props, message) => {
  const stack = newStack();
  expect(() => new SecureBucket(stack, 'Bucket', props(stack))).toThrow(message);
  expect(stack.node.tryFindChild('Bucket')).toBeUndefined();
});

test('an explicit undefined does not erase what is enforced', () => {
  const shape = (props?: s3.BucketProps) => {
    const stack = newStack();
    new SecureBucket(stack, 'Bucket', props);
    return Template.fromStack(stack).toJSON();
  };
  const nothing: s3.BucketProps = {
    accessControl: undefined,
    autoDeleteObjects: undefined,
    blockPublicAccess: undefined,
    bucketKeyEnabled: undefined,
    encryption: undefined,
    encryptionKey: undefined,
    enforceSSL: undefined,
    lifecycleRules: undefined,
    minimumTLSVersion: undefined,
    objectOwnership: undefined,
    publicReadAccess: undefined,
    removalPolicy: undefined,
    serverAccessLogsBucket: undefined,
    serverAccessLogsPrefix: undefined,
    versioned: undefined,
    websiteIndexDocument: undefined,
  };
  expect(shape(nothing)).toEqual(shape());
});

test.each<[string, (bucket: SecureBucket) => unknown, RegExp]>([
  ['grantPublicAccess', (bucket) => bucket.grantPublicAccess(), /'grantPublicAccess' makes objects public/],
  ['grants.publicAccess', (bucket) => bucket.grants.publicAccess(), /'grantPublicAccess' makes objects public/],
  ['grantPutAcl', (bucket) => bucket.grantPutAcl(stranger), /'grantPutAcl' has no effect/],
  ['grantRead to everybody', (bucket) => bucket.grantRead(new iam.AnyPrincipal()), /principal '\*'/],
  ['grantRead to *', (bucket) => bucket.grantRead(new iam.StarPrincipal()), /principal '\*'/],
  [
    'grantRead to an access identity of CloudFront',
    (bucket) => bucket.grantRead(new cloudfront.OriginAccessIdentity(bucket, 'Identity')),
    /cannot read what is encrypted with a KMS key: use an origin access control/,
  ],
  [
    'grantRead to an access identity by its id',
    (bucket) =>
      bucket.grantRead(cloudfront.OriginAccessIdentity.fromOriginAccessIdentityId(bucket, 'Known', 'E2EXAMPLE')),
    /Stack\/Bucket: an origin access identity of CloudFront cannot read/,
  ],
  [
    'a distribution that reads with an access identity',
    (bucket) =>
      new cloudfront.Distribution(bucket, 'Shop', {
        defaultBehavior: { origin: S3BucketOrigin.withOriginAccessIdentity(bucket) },
      }),
    /'S3BucketOrigin.withOriginAccessControl'/,
  ],
  ['grantRead to a service', (bucket) => bucket.grantRead(lambda), /add the condition 'aws:SourceAccount'/],
  [
    'addToResourcePolicy with s3:*',
    (bucket) => bucket.addToResourcePolicy(statement(bucket, { actions: ['s3:*'], principals: [stranger] })),
    /action 's3:\*'/,
  ],
  [
    'addToResourcePolicy with *',
    (bucket) => bucket.addToResourcePolicy(statement(bucket, { actions: ['*'], principals: [stranger] })),
    /action '\*'/,
  ],
  [
    'addToResourcePolicy with notActions',
    (bucket) =>
      bucket.addToResourcePolicy(
        new iam.PolicyStatement({ notActions: ['s3:GetObject'], resources: ['*'], principals: [stranger] }),
      ),
    /'notActions'/,
  ],
  [
    'addToResourcePolicy with notPrincipals',
    (bucket) => bucket.addToResourcePolicy(statement(bucket, { notPrincipals: [stranger] })),
    /'notPrincipals'/,
  ],
  [
    'addToResourcePolicy that hands the policy over',
    (bucket) =>
      bucket.addToResourcePolicy(statement(bucket, { actions: ['s3:PutBucketPolicy'], principals: [stranger] })),
    /action 's3:putbucketpolicy' lets account '111122223333' open the bucket/,
  ],
  [
    'addToResourcePolicy that hands the policy over in a pattern',
    (bucket) => bucket.addToResourcePolicy(statement(bucket, { actions: ['s3:Put*'], principals: [stranger] })),
    /action 's3:put\*' lets account '111122223333' open the bucket/,
  ],
  ...[
    { StringLike: { 'aws:PrincipalArn': 'arn:*' } },
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } },
    { StringLike: { 'aws:PrincipalOrgID': '?*' } },
  ].map((conditions): [string, (bucket: SecureBucket) => unknown, RegExp] => [
    `addToResourcePolicy for everybody with ${JSON.stringify(conditions)}, which everybody meets`,
    (bucket) => bucket.addToResourcePolicy(statement(bucket, { principals: [new iam.AnyPrincipal()], conditions })),
    /principal '\*'/,
  ]),
  [
    'addCorsRule',
    (bucket) =>
      bucket.addCorsRule({ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['https://a.example', '*'] }),
    /'allowedOrigins: \*'/,
  ],
  ['applyRemovalPolicy', (bucket) => bucket.applyRemovalPolicy(RemovalPolicy.DESTROY), /'removalPolicy: destroy'/],
])('method: %s is refused at the line', (_, loosen, message) => {
  const bucket = new SecureBucket(newStack(), 'Bucket');
  expect(() => loosen(bucket)).toThrow(message);
});

function statement(bucket: s3.Bucket, props: iam.PolicyStatementProps): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')], ...props });
}

test.each<[string, s3.BucketProps]>([
  ['versioning', { versioned: false }],
  ['public access', { blockPublicAccess: new s3.BlockPublicAccess({ blockPublicPolicy: false }) }],
  ['ACLs', { objectOwnership: s3.ObjectOwnership.OBJECT_WRITER }],
  ['a website', { websiteIndexDocument: 'index.html' }],
  ['TLS', { enforceSSL: false, minimumTLSVersion: undefined }],
])('a property injector does not undo %s', (_, injected) => {
  const make = (inject: boolean) => {
    const stack = newStack();
    if (inject) {
      PropertyInjectors.of(stack).add({
        constructUniqueId: s3.Bucket.PROPERTY_INJECTION_ID,
        inject: (props: s3.BucketProps) => ({ ...props, ...injected }),
      });
    }
    new SecureBucket(stack, 'Bucket');
    return Template.fromStack(stack).toJSON();
  };
  expect(make(true)).toEqual(make(false));
});

test.each<[string, s3.BucketProps]>([
  ['the removal policy', { removalPolicy: RemovalPolicy.DESTROY }],
  ['CORS', { cors: [{ allowedMethods: [s3.HttpMethods.GET], allowedOrigins: ['*'] }] }],
  ['another key', { encryption: s3.BucketEncryption.S3_MANAGED, encryptionKey: undefined }],
])('a property injector that loosens %s fails', (_, injected) => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  PropertyInjectors.of(stack).add({
    constructUniqueId: s3.Bucket.PROPERTY_INJECTION_ID,
    inject: (props: s3.BucketProps) => ({ ...props, ...injected }),
  });
  expect(() => {
    new SecureBucket(stack, 'Bucket');
    app.synth();
  }).toThrow(/Stack\/(Bucket|AccessLogs)/);
});

test('a key that the bucket has of its own is held like every key, because it decrypts all objects', () => {
  const make = () => {
    const stack = new Stack(new App(), 'Stack');
    const bucket = new SecureBucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS });
    return { stack, key: bucket.encryptionKey!.node.defaultChild as kms.CfnKey };
  };
  expect(Template.fromStack(make().stack).findResources('AWS::KMS::Key')).toMatchObject({
    BucketKey7E4AEAB8: { Properties: { EnableKeyRotation: true }, DeletionPolicy: 'Retain' },
  });
  const { stack, key } = make();
  key.addPropertyOverride('EnableKeyRotation', false);
  expect(() => Template.fromStack(stack)).toThrow(/'EnableKeyRotation' of 'Stack\/Bucket\/Key\/Resource' was changed/);
});

test('a property injector that takes the key of the bucket’s own away is refused', () => {
  const stack = new Stack(new App(), 'Stack');
  PropertyInjectors.of(stack).add({
    constructUniqueId: s3.Bucket.PROPERTY_INJECTION_ID,
    inject: (props: s3.BucketProps) => ({ ...props, encryption: s3.BucketEncryption.S3_MANAGED }),
  });
  expect(() => new SecureBucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS })).toThrow(
    /Stack\/Bucket: a property injector took the key/,
  );
});

const escapes: [string, (resource: s3.CfnBucket) => void][] = [
  ['a public access flag', (r) => r.addPropertyOverride('PublicAccessBlockConfiguration.BlockPublicPolicy', false)],
  ['the whole block', (r) => r.addPropertyDeletionOverride('PublicAccessBlockConfiguration')],
  ['the block on the L1', (r) => void (r.publicAccessBlockConfiguration = undefined)],
  [
    'a flag that cannot be told',
    (r) => r.addPropertyOverride('PublicAccessBlockConfiguration.BlockPublicAcls', { Ref: 'Parameter' }),
  ],
  ['ownership', (r) => void (r.ownershipControls = { rules: [{ objectOwnership: 'ObjectWriter' }] })],
  ['an ACL', (r) => void (r.accessControl = 'PublicRead')],
  ['versioning', (r) => void (r.versioningConfiguration = { status: 'Suspended' })],
  ['versioning deleted', (r) => r.addPropertyDeletionOverride('VersioningConfiguration.Status')],
  ['encryption', (r) => void (r.bucketEncryption = undefined)],
  [
    'another algorithm',
    (r) =>
      r.addPropertyOverride(
        'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm',
        'AES256',
      ),
  ],
  [
    'another key',
    (r) =>
      r.addPropertyOverride(
        'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID',
        'alias/aws/s3',
      ),
  ],
  [
    'a second default encryption',
    (r) =>
      r.addPropertyOverride('BucketEncryption.ServerSideEncryptionConfiguration.1', {
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
      }),
  ],
  ['logs that go elsewhere', (r) => r.addPropertyOverride('LoggingConfiguration.DestinationBucketName', 'elsewhere')],
  ['no log', (r) => r.addPropertyDeletionOverride('LoggingConfiguration')],
  ['no log on the L1', (r) => void (r.loggingConfiguration = { logFilePrefix: 'x' })],
  ['a website', (r) => r.addPropertyOverride('WebsiteConfiguration.IndexDocument', 'index.html')],
  ['CORS', (r) => void (r.corsConfiguration = { corsRules: [{ allowedMethods: ['GET'], allowedOrigins: ['*'] }] })],
  [
    'CORS by a parameter',
    (r) => {
      const origins = new CfnParameter(Stack.of(r), 'Origins', { default: '*' }).valueAsString;
      r.corsConfiguration = { corsRules: [{ allowedMethods: ['GET'], allowedOrigins: [origins] }] };
    },
  ],
  ['lifecycle', (r) => void (r.lifecycleConfiguration = undefined)],
  ['lifecycle disabled', (r) => r.addPropertyOverride('LifecycleConfiguration.Rules.1.Status', 'Disabled')],
  ['DeletionPolicy', (r) => r.addOverride('DeletionPolicy', 'Delete')],
  ['UpdateReplacePolicy', (r) => void (r.cfnOptions.updateReplacePolicy = undefined)],
  ['removal', (r) => void r.node.scope!.node.tryRemoveChild(r.node.id)],
];

const sseOfLogs = 'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm';

const policyEscapes: [string, (policy: s3.CfnBucketPolicy) => void][] = [
  ['all statements', (p) => void (p.policyDocument = { Statement: [] })],
  ...[0, 1, 2, 3].map((i): [string, (policy: s3.CfnBucketPolicy) => void] => [
    `the effect of statement ${i}`,
    (p) => p.addPropertyOverride(`PolicyDocument.Statement.${i}.Effect`, 'Allow'),
  ]),
  [
    'the conditions',
    (p) => p.addPropertyOverride('PolicyDocument.Statement.2.Condition.Null', { 'aws:username': 'true' }),
  ],
  ['the principal', (p) => p.addPropertyOverride('PolicyDocument.Statement.0.Principal', { AWS: '111122223333' })],
  ['the resource', (p) => p.addPropertyOverride('PolicyDocument.Statement.0.Resource', 'arn:aws:s3:::other')],
  ['the document', (p) => p.addPropertyDeletionOverride('PolicyDocument')],
  ['the bucket', (p) => p.addPropertyOverride('Bucket', 'other')],
  [
    'a public statement more',
    (p) =>
      p.addPropertyOverride('PolicyDocument.Statement.6', {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: '*',
      }),
  ],
  [
    'all actions for another account',
    (p) =>
      p.addPropertyOverride('PolicyDocument.Statement.6', {
        Effect: 'Allow',
        Principal: { AWS: '111122223333' },
        Action: 's3:*',
        Resource: '*',
      }),
  ],
  ['DeletionPolicy', (p) => p.addOverride('DeletionPolicy', 'Delete')],
  ['a condition of its own', (p) => p.addOverride('Condition', 'Never')],
  ['removal', (p) => void p.node.scope!.node.tryRemoveChild(p.node.id)],
];

type Apply = (app: App, resource: CfnResource, loosen: (resource: never) => void) => void;

function onlyOn(resource: CfnResource, loosen: (resource: never) => void) {
  return (node: IConstruct) => void (node === resource && loosen(resource as never));
}

const ways: [string, Apply][] = [
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
];

describe.each(ways)('%s', (_, apply) => {
  test.each(escapes)('escape hatch: %s of the bucket fails synthesis', (_name, loosen) => {
    const app = new App();
    apply(app, l1Of(new SecureBucket(new Stack(app, 'Stack'), 'Bucket')), loosen);
    expect(() => app.synth()).toThrow(/Stack\/Bucket/);
  });

  test.each(policyEscapes)('escape hatch: %s of the policy fails synthesis', (_name, loosen) => {
    const app = new App();
    apply(app, policyOf(new SecureBucket(new Stack(app, 'Stack'), 'Bucket')), loosen);
    expect(() => app.synth()).toThrow(/Stack\/Bucket/);
  });

  test.each(escapes.filter(([name]) => !/encryption|algorithm|key|log/.test(name)))(
    'escape hatch: %s of the log bucket fails synthesis',
    (_name, loosen) => {
      const app = new App();
      const stack = new Stack(app, 'Stack');
      new SecureBucket(stack, 'Bucket');
      apply(app, l1Of(stack.node.findChild('AccessLogs') as s3.Bucket), loosen);
      expect(() => app.synth()).toThrow(/Stack\/AccessLogs/);
    },
  );
});

type Make = (stack: Stack, bucket: s3.Bucket) => unknown;
const nothing = { Statement: [] };

test.each<[string, Make, s3.BucketProps?]>([
  [
    'an L1',
    (stack, { bucketName: bucket }) => new s3.CfnBucketPolicy(stack, 'Second', { bucket, policyDocument: nothing }),
  ],
  [
    'an L2',
    (stack, bucket) =>
      new s3.BucketPolicy(stack, 'Second', { bucket }).document.addStatements(
        statement(bucket, { principals: [stranger] }),
      ),
  ],
  [
    'a resource without type',
    (stack, { bucketName: Bucket }) =>
      new CfnResource(stack, 'Second', {
        type: 'AWS::S3::BucketPolicy',
        properties: { Bucket, PolicyDocument: nothing },
      }),
  ],
  [
    'an override',
    (stack, bucket) =>
      new s3.CfnBucketPolicy(stack, 'Second', { bucket: 'other', policyDocument: nothing }).addPropertyOverride(
        'Bucket',
        { Ref: stack.resolve(l1Of(bucket).logicalId) },
      ),
  ],
  [
    'another stack',
    (stack, { bucketName: bucket }) =>
      new s3.CfnBucketPolicy(new Stack(stack.node.scope as App, 'Other'), 'Second', {
        bucket,
        policyDocument: nothing,
      }),
  ],
  [
    'its literal name',
    (stack) => new s3.CfnBucketPolicy(stack, 'Second', { bucket: 'my-bucket', policyDocument: nothing }),
    { bucketName: 'my-bucket' },
  ],
])(
  'a second policy for the bucket, by %s, fails synthesis, because the last one deployed wins',
  (_, make, props = {}) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    make(stack, new SecureBucket(stack, 'Bucket', props));
    expect(() => app.synth()).toThrow(
      /Second.* writes to 'Stack\/Bucket\/Resource' too, and the last one deployed wins: use 'addToResourcePolicy'/,
    );
  },
);

test('a policy of another bucket is nobody’s second', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new SecureBucket(stack, 'Bucket', { bucketName: 'my-bucket' });
  const other = new s3.Bucket(new Stack(app, 'Other'), 'Bucket');
  new s3.BucketPolicy(stack, 'Second', { bucket: other }).document.addStatements(
    statement(other, { principals: [stranger] }),
  );
  expect(() => app.synth()).not.toThrow();
});

test.each<[string, (bucket: s3.Bucket) => unknown]>([
  ['the log bucket removed', (logs) => logs.node.scope!.node.tryRemoveChild('AccessLogs')],
  ['its encryption with a key', (logs) => l1Of(logs).addPropertyOverride(sseOfLogs, 'aws:kms')],
  ['its encryption deleted', (logs) => l1Of(logs).addPropertyDeletionOverride('BucketEncryption')],
  [
    'a second policy',
    (logs) => new s3.CfnBucketPolicy(logs, 'Second', { bucket: logs.bucketName, policyDocument: nothing }),
  ],
  [
    'the delivery taken out of its policy',
    (logs) => {
      const { statements } = logs.policy!.document as unknown as { statements: iam.PolicyStatement[] };
      statements.splice(
        statements.findIndex(({ effect }) => effect === iam.Effect.ALLOW),
        1,
      );
    },
  ],
])('%s fails synthesis, because no access would be logged', (_, loosen) => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new SecureBucket(stack, 'Bucket');
  loosen(stack.node.findChild('AccessLogs') as s3.Bucket);
  expect(() => app.synth()).toThrow(/Stack\/AccessLogs/);
});

test.each<[string, (bucket: SecureBucket) => unknown]>([
  ['BucketVersioning', (bucket) => bucket.with(new s3.mixins.BucketVersioning(false))],
  [
    'BucketBlockPublicAccess',
    (bucket) =>
      bucket.with(new s3.mixins.BucketBlockPublicAccess(new s3.BlockPublicAccess({ blockPublicPolicy: false }))),
  ],
  ['BucketAutoDeleteObjects', (bucket) => bucket.with(new s3.mixins.BucketAutoDeleteObjects())],
  [
    'BucketPolicyStatements',
    (bucket) =>
      policyOf(bucket).with(
        new s3.mixins.BucketPolicyStatements([statement(bucket, { actions: ['s3:*'], principals: [stranger] })]),
      ),
  ],
])('the mixin of the CDK %s fails synthesis where it loosens', (_, loosen) => {
  const app = new App();
  loosen(new SecureBucket(new Stack(app, 'Stack'), 'Bucket'));
  expect(() => app.synth()).toThrow(/Stack\/Bucket/);
});

test('what removes the whole policy is noticed', () => {
  const app = new App();
  const bucket = new SecureBucket(new Stack(app, 'Stack'), 'Bucket');
  bucket.node.tryRemoveChild('Policy');
  expect(() => app.synth()).toThrow(/'Stack\/Bucket\/Policy\/Resource' \(AWS::S3::BucketPolicy\) was removed/);
});

test('a public grant through the document behind the policy fails synthesis', () => {
  const app = new App();
  const bucket = new SecureBucket(new Stack(app, 'Stack'), 'Bucket');
  bucket.policy!.document.addStatements(statement(bucket, { principals: [new iam.AnyPrincipal()] }));
  expect(() => app.synth()).toThrow(/'PolicyDocument' of 'Stack\/Bucket\/Policy\/Resource' was changed/);
});

test('a sandbox deletes, and nothing else is weaker', () => {
  const stack = newStack();
  Sandbox.enable(stack);
  expect(() => new SecureBucket(stack, 'Bucket', { removalPolicy: RemovalPolicy.DESTROY })).not.toThrow();
  expect(() => new SecureBucket(stack, 'Other', { versioned: false })).toThrow();
});

test('what is secure synthesizes, so that the above can fail', () => {
  const app = new App();
  new SecureBucket(new Stack(app, 'Stack'), 'Bucket', {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    encryption: s3.BucketEncryption.KMS,
    minimumTLSVersion: 1.3,
    cors: [{ allowedMethods: [s3.HttpMethods.GET], allowedOrigins: ['https://www.example.com'] }],
  });
  expect(() => app.synth()).not.toThrow();
});
