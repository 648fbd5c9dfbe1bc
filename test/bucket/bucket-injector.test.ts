import { App, PropertyInjectors, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Sandbox, SecureBucket, SecureBucketInjector, SecureKey, ServerlessSecurityChecks } from '../../src';

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  const newStack = (inject = true) => {
    const stack = new Stack(new App({ context }), 'Stack');
    if (inject) PropertyInjectors.of(stack).add(new SecureBucketInjector());
    return stack;
  };

  test('a raw bucket gets the defaults of a secure one', () => {
    const stack = newStack();
    new s3.Bucket(stack, 'Bucket');
    const template = Template.fromStack(stack);
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: { KMSMasterKeyID: stack.resolve(SecureKey.shared(stack).keyArn) },
            },
          ],
        },
        LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ Id: 'ExpireOldVersions' })]) },
        LoggingConfiguration: { LogFilePrefix: 'Stack/Bucket/' },
      },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
    template.allResourcesProperties('AWS::S3::Bucket', { AccessControl: Match.absent() });
    expect(JSON.stringify(template.findResources('AWS::S3::BucketPolicy'))).toContain('s3:TlsVersion');
    expect(JSON.stringify(template.findResources('AWS::S3::BucketPolicy'))).toContain('logging.s3.amazonaws.com');
  });

  test('a raw bucket with the defaults passes our gate and the packs that need no acknowledgement', () => {
    const stack = newStack();
    Validations.of(stack.node.root).addPlugins(new ServerlessSecurityChecks(stack.node.root as App));
    Validations.of(stack.node.root).addPlugins(new AwsSolutionsChecks(stack.node.root as App));
    new s3.Bucket(stack, 'Bucket');
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });

  test('what was said explicitly stays, and an explicit undefined is filled in', () => {
    const stack = newStack();
    new s3.Bucket(stack, 'Bucket', {
      versioned: false,
      encryption: s3.BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN,
      blockPublicAccess: undefined,
      lifecycleRules: undefined,
    });
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      Properties: {
        VersioningConfiguration: Match.absent(),
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
        LoggingConfiguration: { LogFilePrefix: 'Stack/Bucket/' },
      },
      DeletionPolicy: 'Retain',
    });
  });

  test.each<[string, s3.BucketProps]>([
    ['an ACL', { accessControl: s3.BucketAccessControl.LOG_DELIVERY_WRITE }],
    ['clear transport', { enforceSSL: false }],
    ['a key of AWS', { encryption: s3.BucketEncryption.KMS_MANAGED }],
  ])('a bucket that asks for %s is still made, for the gate to judge', (__, props) => {
    const stack = newStack();
    new s3.Bucket(stack, 'Bucket', props);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('a SecureBucket is the same with the injector and without', () => {
    const templateOf = (stack: Stack) => {
      new SecureBucket(stack, 'Bucket');
      return Template.fromStack(stack).toJSON();
    };
    expect(templateOf(newStack())).toEqual(templateOf(newStack(false)));
  });

  test('shares the key and the log bucket with secure buckets beside it', () => {
    const stack = newStack();
    new SecureBucket(stack, 'Secure');
    new s3.Bucket(stack, 'Raw');
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::S3::Bucket', 3);
    template.resourceCountIs('AWS::KMS::Key', 1);
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });

  test('leaves nothing behind in a sandbox', () => {
    const stack = new Stack(new App({ context }), 'Stack');
    Sandbox.enable(stack);
    PropertyInjectors.of(stack).add(new SecureBucketInjector());
    new s3.Bucket(stack, 'Bucket');
    const template = Template.fromStack(stack);
    template.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
    template.resourceCountIs('Custom::S3AutoDeleteObjects', 2);
  });
});
