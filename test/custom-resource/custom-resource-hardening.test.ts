/** @jest-environment ./test/judges/validator-environment.ts */
import { readFileSync } from 'node:fs';
import {
  App,
  Aspects,
  AspectPriority,
  CustomResource,
  Duration,
  Mixins,
  RemovalPolicy,
  Shims,
  Stack,
  aws_ec2 as ec2,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_s3 as s3,
  aws_s3_deployment as deployment,
  aws_s3_notifications as notifications,
  custom_resources as cr,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CustomResourceHardening, ServerlessSecurityChecks } from '../../src';
import { rules } from '../../src/rules';

const recommended = JSON.parse(
  readFileSync(require.resolve('aws-cdk-lib/recommended-feature-flags.json'), 'utf8'),
) as Record<string, unknown>;

/** A stack with one of each function that the CDK makes for itself, and with functions that are not its own. */
function everyKind(context?: Record<string, unknown>): Stack {
  const stack = new Stack(new App({ context }), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const bucket = new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
  const handler = ownFunction(stack, 'Own');
  bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(handler));
  new logs.LogRetention(stack, 'Retained', { logGroupName: '/acme/orders', retention: logs.RetentionDays.ONE_WEEK });
  new ec2.Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: true, natGateways: 0 });
  new cr.AwsCustomResource(stack, 'Call', {
    onCreate: { service: 'S3', action: 'listBuckets', physicalResourceId: cr.PhysicalResourceId.of('buckets') },
    policy: cr.AwsCustomResourcePolicy.fromSdkCalls({ resources: [bucket.bucketArn] }),
  });
  const provider = new cr.Provider(stack, 'Provider', {
    onEventHandler: handler,
    isCompleteHandler: handler,
    queryInterval: Duration.seconds(30),
  });
  new CustomResource(stack, 'Custom', { serviceToken: provider.serviceToken });
  new deployment.BucketDeployment(stack, 'Deployment', {
    sources: [deployment.Source.data('index.html', 'hello')],
    destinationBucket: bucket,
  });
  new lambda.SingletonFunction(stack, 'Singleton', { ...code, uuid: 'own' });
  return stack;
}

const code = {
  code: lambda.Code.fromInline('exports.handler = async () => {}'),
  handler: 'index.handler',
  runtime: lambda.Runtime.NODEJS_22_X,
};

function ownFunction(stack: Stack, id: string): lambda.Function {
  return new lambda.Function(stack, id, code);
}

const own = /^(Own|SingletonLambda)[0-9A-Za-z]*$/;

interface FunctionProperties {
  readonly Runtime: string;
  readonly LoggingConfig?: Readonly<Record<string, unknown>>;
  readonly KmsKeyArn?: unknown;
  readonly Environment?: unknown;
  readonly ReservedConcurrentExecutions?: number;
}

function functionsOf(stack: Stack): { readonly ofCdk: FunctionProperties[]; readonly own: FunctionProperties[] } {
  const functions = Object.entries(Template.fromStack(stack).findResources('AWS::Lambda::Function')) as [
    string,
    { Properties: FunctionProperties },
  ][];
  const select = (isOwn: boolean) => functions.filter(([id]) => own.test(id) === isOwn).map(([, fn]) => fn.Properties);
  return { ofCdk: select(false), own: select(true) };
}

/** What the gate says of the functions of the CDK, of their roles and of their policies. */
function findingsOfCdk(stack: Stack, strict = false): string[] {
  return new ServerlessSecurityChecks(undefined, { strict })
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => `${ruleName.replace(/\[.*/, '')} ${constructPath}`),
    )
    .filter((finding) => /Custom::|LogRetention|BucketNotificationsHandler|AWS679|framework-|waiter/.test(finding));
}

describe.each([
  ['without feature flags', undefined],
  ['with the recommended feature flags', recommended],
])('the functions of the CDK %s', (_, context) => {
  test('are seen by the gate, which is why there is a mixin', () => {
    expect(findingsOfCdk(everyKind(context)).length).toBeGreaterThan(15);
  });

  test('log to a group that is encrypted and kept, one for the stack', () => {
    const stack = everyKind(context);
    Mixins.of(stack).apply(new CustomResourceHardening());
    const { ofCdk } = functionsOf(stack);
    expect(ofCdk).toHaveLength(9);
    const groups = Object.entries(Template.fromStack(stack).findResources('AWS::Logs::LogGroup')).filter(
      ([id]) => !own.test(id),
    );
    const named = ofCdk.filter(({ LoggingConfig }) =>
      JSON.stringify(LoggingConfig ?? {}).includes('CustomResourceLogs'),
    );
    // With the flag the CDK makes a group for each function that is an L2, under the name to which Lambda writes.
    expect(named.length + groups.length).toBe(ofCdk.length + 1);
    for (const [, group] of groups) {
      const { KmsKeyId, RetentionInDays } = (group as { Properties: Record<string, unknown> }).Properties;
      expect(KmsKeyId).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^SharedKey/), 'Arn'] });
      expect(RetentionInDays).toBeGreaterThanOrEqual(365);
    }
  });

  test('log in JSON, which can be searched for what a deployment did', () => {
    const stack = everyKind(context);
    Mixins.of(stack).apply(new CustomResourceHardening());
    const formats = functionsOf(stack).ofCdk.map(({ LoggingConfig }) => LoggingConfig?.LogFormat);
    expect(new Set(formats)).toEqual(new Set(['JSON']));
  });

  test('keep the rest of how they log', () => {
    const stack = everyKind(context);
    const before = functionsOf(everyKind(context)).ofCdk.flatMap(
      ({ LoggingConfig }) => LoggingConfig?.ApplicationLogLevel ?? [],
    );
    Mixins.of(stack).apply(new CustomResourceHardening());
    const after = functionsOf(stack).ofCdk.flatMap(({ LoggingConfig }) => LoggingConfig?.ApplicationLogLevel ?? []);
    expect(before.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });

  test('encrypt their environment where their role can be let decrypt it', () => {
    const stack = everyKind(context);
    Mixins.of(stack).apply(new CustomResourceHardening());
    const encrypted = functionsOf(stack).ofCdk.filter(({ KmsKeyArn }) => KmsKeyArn !== undefined);
    expect(encrypted.length).toBeGreaterThanOrEqual(3);
    const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(policies.match(/"kms:Decrypt"/g)!.length).toBeGreaterThanOrEqual(encrypted.length);
  });

  test.each([false, true])('have no finding left (strict: %s)', (strict) => {
    const stack = everyKind(context);
    Mixins.of(stack).apply(new CustomResourceHardening());
    const suppressed = acknowledgedIn(stack);
    const open = findingsOfCdk(stack, strict).filter((finding) => !suppressed.has(finding));
    expect(open).toEqual([]);
  });

  test('of the app are left alone, as are their findings', () => {
    const before = functionsOf(everyKind(context)).own;
    const stack = everyKind(context);
    Mixins.of(stack).apply(new CustomResourceHardening());
    expect(functionsOf(stack).own).toEqual(before);
    const paths = [...acknowledgedIn(stack)].map((finding) => finding.split(' ')[1]);
    expect(paths.filter((path) => /^Stack\/(Own|Singleton|Vpc|Bucket\/)/.test(path))).toEqual([]);
  });
});

test('functions that are made later are reached by the mixin as an aspect', () => {
  const app = new App();
  Aspects.of(app).add(Shims.asAspect(new CustomResourceHardening()), { priority: AspectPriority.MUTATING });
  const stack = new Stack(app, 'Stack');
  new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
  expect(functionsOf(stack).ofCdk[0].LoggingConfig).toBeDefined();
});

test('applying it twice acknowledges once', () => {
  const stack = everyKind();
  Mixins.of(stack).apply(new CustomResourceHardening());
  const count = () =>
    stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata.filter(({ type }) => type === 'aws:cdk:acknowledged-rules')).length;
  const once = count();
  Mixins.of(stack).apply(new CustomResourceHardening());
  expect(count()).toBe(once);
});

test('a runtime without patches is replaced by the newest of its language', () => {
  const stack = new Stack(new App(), 'Stack');
  new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
  const handler = stack.node.findAll().find(({ node }) => node.path.endsWith('CustomResourceProvider/Handler'))!;
  (handler as unknown as { addPropertyOverride(path: string, value: string): void }).addPropertyOverride(
    'Runtime',
    'nodejs18.x',
  );
  Mixins.of(stack).apply(new CustomResourceHardening());
  expect(functionsOf(stack).ofCdk[0].Runtime).toMatch(/^nodejs2[2-9]\.x$/);
});

test('concurrency is limited where asked to, and never to nothing, which would stop every deployment', () => {
  const stack = everyKind();
  Mixins.of(stack).apply(new CustomResourceHardening({ reservedConcurrentExecutions: 2 }));
  expect(new Set(functionsOf(stack).ofCdk.map((fn) => fn.ReservedConcurrentExecutions))).toEqual(new Set([2]));
  for (const reservedConcurrentExecutions of [0, -1, 1.5]) {
    expect(() => new CustomResourceHardening({ reservedConcurrentExecutions })).toThrow('stops every deployment');
  }
});

test('what is hardened can be deployed, says the template validator of the CDK', () => {
  const { CDK_VALIDATION } = process.env;
  delete process.env.CDK_VALIDATION;
  try {
    const stack = everyKind({ '@aws-cdk/core:validateAgainstDefaultRules': true });
    Mixins.of(stack).apply(new CustomResourceHardening({ reservedConcurrentExecutions: 1 }));
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  } finally {
    process.env.CDK_VALIDATION = CDK_VALIDATION;
  }
});

test('what it acknowledges are rules that there are', () => {
  const stack = everyKind();
  Mixins.of(stack).apply(new CustomResourceHardening());
  const names = [...acknowledgedIn(stack)]
    .map((finding) => finding.split(' ')[0])
    .filter((name) => !name.includes('::'));
  expect([...new Set(names)].filter((name) => !rules.some(({ id }) => id === name))).toEqual([]);
});

function acknowledgedIn(stack: Stack): Set<string> {
  return new Set(
    stack.node.findAll().flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
        .flatMap(({ data }) => Object.keys(data as object))
        .map((id) => `${id.replace('ServerlessSecurity::', '')} ${node.path}`),
    ),
  );
}
