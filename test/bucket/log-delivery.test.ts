import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureBucket, SecureKey, ServerlessSecurityChecks } from '../../src';
import { evaluate, PolicyDocument } from '../../src/iam';
import type { Resolved } from '../../src/template/resolved';
import { named, openFindings } from '../judges/validation-report';

const account = '111122223333';
const env = { account, region: 'eu-west-1' };

type Deliver = (stack: Stack, bucket: SecureBucket) => void;

const vpcOf = (stack: Stack) => ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'] });

const trail: Deliver = (stack, bucket) =>
  void new cloudtrail.Trail(stack, 'Trail', { bucket, encryptionKey: bucket.encryptionKey });
const flowLog: Deliver = (stack, bucket) =>
  void vpcOf(stack).addFlowLog('Log', { destination: ec2.FlowLogDestination.toS3(bucket, 'flows') });
const networkLoadBalancer: Deliver = (stack, bucket) => {
  const subnet = ec2.Subnet.fromSubnetAttributes(stack, 'Subnet', { subnetId: 'subnet-1', availabilityZone: 'a' });
  const vpcSubnets = { subnets: [subnet] };
  new elb.NetworkLoadBalancer(stack, 'Balancer', { vpc: vpcOf(stack), vpcSubnets }).logAccessLogs(bucket);
};
const inventory: Deliver = (stack, bucket) =>
  new s3.Bucket(stack, 'Other', { enforceSSL: true }).addInventory({ destination: { bucket } });
const config: Deliver = (_, bucket) =>
  void bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('config.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('AWSLogs/*')],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );

/** The service, for what it writes, and under which key. */
const deliveries: readonly (readonly [string, Deliver, string, string, string])[] = [
  [
    'a trail',
    trail,
    'cloudtrail.amazonaws.com',
    `arn:aws:cloudtrail:eu-west-1:${account}:trail/all`,
    `AWSLogs/${account}/CloudTrail/x.gz`,
  ],
  [
    'flow logs',
    flowLog,
    'delivery.logs.amazonaws.com',
    `arn:aws:logs:eu-west-1:${account}:*`,
    `flows/AWSLogs/${account}/x.gz`,
  ],
  [
    'a network load balancer',
    networkLoadBalancer,
    'delivery.logs.amazonaws.com',
    `arn:aws:logs:eu-west-1:${account}:*`,
    `AWSLogs/${account}/x.gz`,
  ],
  ['the inventory of a bucket of the CDK', inventory, 's3.amazonaws.com', 'arn:aws:s3:::other', 'x.csv'],
  ['AWS Config', config, 'config.amazonaws.com', `arn:aws:config:eu-west-1:${account}:x`, 'AWSLogs/x.json'],
];

interface Written {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

/** The policies of the bucket and its key, with the references of the template as they are deployed. */
function policiesOf(stack: Stack) {
  const { Resources: resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, Written> };
  const find = (type: string, property: string, isIt: (resource: Written) => boolean = () => true) => {
    const found = Object.values(resources).find((resource) => resource.Type === type && isIt(resource))!;
    return PolicyDocument.of(plain(found.Properties[property]) as Resolved);
  };
  const isOfLogs = ({ Properties }: Written) => JSON.stringify(Properties.Bucket).startsWith('{"Ref":"Logs');
  return { bucket: find('AWS::S3::BucketPolicy', 'PolicyDocument', isOfLogs), key: find('AWS::KMS::Key', 'KeyPolicy') };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ('Ref' in value) return value.Ref === 'AWS::Partition' ? 'aws' : value.Ref;
  if ('Fn::Join' in value) return (plain((value['Fn::Join'] as [string, unknown[]])[1]) as string[]).join('');
  if ('Fn::GetAtt' in value) {
    const [id] = value['Fn::GetAtt'] as [string];
    return /Key/.test(id)
      ? 'arn:aws:kms:eu-west-1:111122223333:key/k'
      : `arn:aws:s3:::${id.toLowerCase().slice(0, -8)}`;
  }
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, plain(child)]));
}

const encrypted = {
  's3:x-amz-server-side-encryption': 'aws:kms',
  's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-west-1:111122223333:key/k',
};

describe.each(deliveries)('%s', (_, deliver, service, sourceArn, key) => {
  // The L2s write no statement for flow logs without the feature flag, nor all conditions.
  const stack = new Stack(new App({ context: flags }), 'Stack', { env });
  const logs = new SecureBucket(stack, 'Logs');
  deliver(stack, logs);
  const policies = policiesOf(stack);
  const decide = (action: string, resource: string, context: Record<string, string>) =>
    evaluate(
      { principal: { kind: 'service', name: service }, action, resource, resourceAccount: account, context },
      {
        resource: [{ name: 'policy', document: action.startsWith('kms:') ? policies.key : policies.bucket }],
      },
    ).decision;
  const ours = { 'aws:SourceAccount': account, 'aws:SourceArn': sourceArn };
  const theirs = { 'aws:SourceAccount': '444455556666', 'aws:SourceArn': sourceArn.replace(account, '444455556666') };
  const put = {
    's3:x-amz-acl': 'bucket-owner-full-control',
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
  };
  const object = `arn:aws:s3:::logs/${key}`;

  test.each<[string, Record<string, string>, string]>([
    ['for this account, encrypted by the default of the bucket', ours, 'allowed'],
    ['for this account, with the key of the bucket', { ...ours, ...encrypted }, 'allowed'],
    ['for another account', theirs, 'denied'],
    ['for nobody in particular', {}, 'denied'],
    ['with another key', { ...ours, 's3:x-amz-server-side-encryption': 'AES256' }, 'denied'],
    ['in the clear', { ...ours, 'aws:SecureTransport': 'false' }, 'denied'],
  ])('is written %s', (__, context, decision) => {
    expect(decide('s3:PutObject', object, { ...put, ...context })).toBe(decision);
  });

  test('reads nothing, and writes elsewhere nothing', () => {
    expect(decide('s3:GetObject', object, { ...put, ...ours })).toBe('denied');
    expect(decide('s3:DeleteObject', object, { ...put, ...ours })).toBe('denied');
    expect(decide('s3:PutBucketPolicy', 'arn:aws:s3:::logs', { ...put, ...ours })).toBe('denied');
  });

  test('uses the key for this account, and for no other', () => {
    const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/k';
    expect(decide('kms:GenerateDataKey', keyArn, ours)).toBe('allowed');
    expect(decide('kms:GenerateDataKey', keyArn, theirs)).toBe('denied');
    expect(decide('kms:GenerateDataKey', keyArn, {})).toBe('denied');
    expect(decide('kms:ScheduleKeyDeletion', keyArn, ours)).toBe('denied');
  });

  test('deploys, because the policies name nothing that uses the key', () => {
    const policy = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'))[0].Properties.KeyPolicy;
    expect(JSON.stringify(policy)).not.toMatch(/"(Logs|Trail|Other|Balancer|Vpc)/);
  });
});

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  const newStack = () => new Stack(new App({ context }), 'Stack', { env });

  test('the gate has nothing to say of the bucket of a trail', () => {
    const stack = newStack();
    trail(stack, new SecureBucket(stack, 'Logs'));
    const app = stack.node.root as App;
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
    expect(named(openFindings(app)).filter((finding) => !finding.includes('Stack/Trail/'))).toEqual([]);
  });

  test('a bucket with a key of its own, or in another stack, takes a trail', () => {
    const stack = newStack();
    const elsewhere = new Stack(stack.node.root as App, 'Elsewhere', { env });
    trail(stack, new SecureBucket(elsewhere, 'Logs', { encryptionKey: new SecureKey(elsewhere, 'Key') }));
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });

  test('a key that was made elsewhere is left alone', () => {
    const stack = newStack();
    const arn = `arn:aws:kms:eu-west-1:${account}:key/other`;
    const logs = new SecureBucket(stack, 'Logs', { encryptionKey: kms.Key.fromKeyArn(stack, 'Other', arn) });
    trail(stack, logs);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('a delivery stream writes with its role', () => {
    const stack = newStack();
    const bucket = new SecureBucket(stack, 'Logs');
    new firehose.DeliveryStream(stack, 'Stream', {
      destination: new firehose.S3Bucket(bucket, { encryptionKey: bucket.encryptionKey }),
    });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test.each<[string, (stack: Stack, logs: SecureBucket) => void, RegExp]>([
    [
      'a trail that would ask for SSE-S3, which the bucket denies',
      (stack, bucket) => void new cloudtrail.Trail(stack, 'Trail', { bucket }),
      /'Stack\/Trail\/Resource' would be denied.*pass that as its 'encryptionKey'/,
    ],
    [
      'a trail with another key',
      (stack, bucket) =>
        void new cloudtrail.Trail(stack, 'Trail', { bucket, encryptionKey: new SecureKey(stack, 'Another') }),
      /'Stack\/Trail\/Resource' would be denied/,
    ],
    [
      'an untyped trail',
      (stack, bucket) =>
        void new CfnResource(stack, 'Trail', {
          type: 'AWS::CloudTrail::Trail',
          properties: { IsLogging: true, S3BucketName: bucket.bucketName },
        }),
      /'Stack\/Trail' would be denied/,
    ],
    [
      'a flow log that nobody lets in',
      (stack, bucket) =>
        void new ec2.CfnFlowLog(stack, 'Log', {
          resourceId: 'vpc-1',
          resourceType: 'VPC',
          trafficType: 'ALL',
          logDestinationType: 's3',
          logDestination: bucket.bucketArn,
        }),
      /'Stack\/Log' is not let in.*createDefaultLoggingPolicy/,
    ],
    [
      'access logs of a bucket of the CDK, which S3 delivers to no bucket with a key',
      (stack, serverAccessLogsBucket) => void new s3.Bucket(stack, 'Other', { serverAccessLogsBucket }),
      /S3 delivers access logs to no bucket with a KMS key: pass a bucket with SSE-S3/,
    ],
    [
      'standard logs of CloudFront, which come by ACL and fail the deployment of a bucket without',
      (stack, logBucket) =>
        void new cloudfront.Distribution(stack, 'Web', {
          defaultBehavior: { origin: new origins.HttpOrigin('www.example.com') },
          logBucket,
        }),
      /'Stack\/Web\/Resource' cannot deliver its log to 'Stack\/Logs'.*'logs.CfnDeliverySource'.*BUCKET_OWNER_PREFERRED/,
    ],
  ])('%s fails synthesis, and the error says what to do', (__, deliver, message) => {
    const stack = newStack();
    const wire = () => {
      deliver(stack, new SecureBucket(stack, 'Logs'));
      (stack.node.root as App).synth();
    };
    expect(wire).toThrow(message);
  });
});

test('a flow log of the L2, which writes no policy without its feature flag, fails synthesis too', () => {
  const stack = new Stack(new App(), 'Stack', { env });
  flowLog(stack, new SecureBucket(stack, 'Logs'));
  expect(() => Template.fromStack(stack)).toThrow(/'Stack\/Vpc\/Log\/FlowLog' is not let in/);
});

test('a bucket that a distribution serves, and that logs elsewhere, is left alone', () => {
  const stack = new Stack(new App(), 'Stack', { env });
  new cloudfront.Distribution(stack, 'Web', {
    defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(new SecureBucket(stack, 'Pages')) },
    logBucket: new s3.Bucket(stack, 'Logs', { objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED }),
  });
  expect(() => Template.fromStack(stack)).not.toThrow();
});
