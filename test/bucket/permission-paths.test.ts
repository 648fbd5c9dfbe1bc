import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureBucket, SecureKey } from '../../src';
import { PolicyDocument, evaluate } from '../../src/iam';
import type { NamedPolicy, Request } from '../../src/iam';
import type { Resolved } from '../../src/template/resolved';

const account = '111122223333';
const env = { account, region: 'eu-west-1' };
const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const keyArn = `arn:aws:kms:eu-west-1:${account}:key/SharedKey`;
const books = 'arn:aws:s3:::books';
const algorithm = 's3:x-amz-server-side-encryption';
const keyId = 's3:x-amz-server-side-encryption-aws-kms-key-id';

/** The template's values as they would be in that account, with logical ids as names. */
function deployed(
  value: unknown,
  resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>,
): unknown {
  const plain = (node: unknown): unknown => deployed(node, resources);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const [[key, argument]] = [...Object.entries(value), ['', undefined]];
  const pseudo: Record<string, string> = {
    'AWS::Partition': 'aws',
    'AWS::AccountId': account,
    'AWS::Region': 'eu-west-1',
    'AWS::URLSuffix': 'amazonaws.com',
  };
  if (key === 'Ref') return pseudo[argument as string] ?? nameOf(argument as string);
  if (key === 'Fn::Join') {
    return (plain((argument as [string, unknown[]])[1]) as string[]).join((argument as [string])[0]);
  }
  if (key === 'Fn::GetAtt') {
    const [id] = argument as [string, string];
    const arns: Record<string, string> = {
      'AWS::KMS::Key': keyArn,
      'AWS::S3::Bucket': `arn:aws:s3:::${nameOf(id)}`,
      'AWS::IAM::Role': roleArn(id),
    };
    return arns[resources[id].Type];
  }
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, plain(child)]));

  function nameOf(id: string): string {
    return (resources[id]?.Properties?.BucketName as string | undefined) ?? id.toLowerCase();
  }
}

class Deployed {
  private readonly resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;

  constructor(stack: Stack) {
    this.resources = Template.fromStack(stack).toJSON().Resources;
  }

  decide(request: Request, role?: string): string {
    const verdict = evaluate(request, {
      identity: this.policies(
        'AWS::IAM::Policy',
        (p) => JSON.stringify(p.Roles).includes(role ?? '-'),
        'PolicyDocument',
      ),
      resource: request.action.startsWith('kms:')
        ? this.policies('AWS::KMS::Key', () => true, 'KeyPolicy')
        : this.policies(
            'AWS::S3::BucketPolicy',
            (p) => request.resource.startsWith(`arn:aws:s3:::${deployed(p.Bucket, this.resources)}`),
            'PolicyDocument',
          ),
    });
    return verdict.decision;
  }

  roleOf(part: string): string {
    return Object.keys(this.resources).find((id) => this.resources[id].Type === 'AWS::IAM::Role' && id.includes(part))!;
  }

  private policies(
    type: string,
    where: (properties: Record<string, unknown>) => boolean,
    property: string,
  ): NamedPolicy[] {
    return Object.entries(this.resources)
      .filter(([, resource]) => resource.Type === type && where(resource.Properties))
      .map(([name, { Properties }]) => ({
        name,
        document: PolicyDocument.of(deployed(Properties[property], this.resources) as Resolved),
      }));
  }
}

const secureTransport = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  const newStack = () => new Stack(new App({ context }), 'Stack', { env });

  describe('an upload by a role with a grant to write', () => {
    const stack = newStack();
    const writer = new iam.Role(stack, 'Writer', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    new SecureBucket(stack, 'Bucket', { bucketName: 'books' }).grantWrite(writer, 'uploads/*');
    const template = new Deployed(stack);
    const role = template.roleOf('Writer');
    const request = (action: string, key: string, headers: Record<string, string>): Request => ({
      principal: { kind: 'role', arn: roleArn(role) },
      action,
      resource: `${books}/${key}`,
      resourceAccount: account,
      context: { ...secureTransport, ...headers },
    });

    test.each<[string, Record<string, string>, string]>([
      ['without encryption headers, which the default encrypts', {}, 'allowed'],
      ['presigned, without encryption headers', { 's3:authType': 'REST-QUERY-STRING' }, 'allowed'],
      ['that names the key', { [algorithm]: 'aws:kms', [keyId]: keyArn }, 'allowed'],
      [
        'that names the key presigned',
        { 's3:authType': 'REST-QUERY-STRING', [algorithm]: 'aws:kms', [keyId]: keyArn },
        'allowed',
      ],
      ['with a key of S3 itself', { [algorithm]: 'AES256' }, 'denied'],
      ['with two layers, both with the key', { [algorithm]: 'aws:kms:dsse', [keyId]: keyArn }, 'allowed'],
      ['with two layers and no key', { [algorithm]: 'aws:kms:dsse' }, 'denied'],
      ['with aws:kms and no key, which is that of the service', { [algorithm]: 'aws:kms' }, 'denied'],
      [
        'with a key of another account',
        { [algorithm]: 'aws:kms', [keyId]: 'arn:aws:kms:eu-west-1:444455556666:key/x' },
        'denied',
      ],
      ['with a key of the client', { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }, 'denied'],
      ['in the clear', { 'aws:SecureTransport': 'false' }, 'denied'],
      ['with TLS 1.1', { 's3:TlsVersion': '1.1' }, 'denied'],
    ])('%s', (__, headers, decision) => {
      expect(template.decide(request('s3:PutObject', 'uploads/dune.txt', headers), role)).toBe(decision);
    });

    test.each<[string, Request, string]>([
      ['elsewhere', request('s3:PutObject', 'dune.txt', {}), 'denied'],
      ['that is ended early', request('s3:AbortMultipartUpload', 'uploads/dune.txt', {}), 'allowed'],
      ['that is deleted', request('s3:DeleteObject', 'uploads/dune.txt', {}), 'denied'],
      ['that is read', request('s3:GetObject', 'uploads/dune.txt', {}), 'denied'],
      ['whose data key is made', { ...request('kms:GenerateDataKey', '', {}), resource: keyArn }, 'allowed'],
      ['whose key is deleted', { ...request('kms:ScheduleKeyDeletion', '', {}), resource: keyArn }, 'denied'],
    ])('%s', (__, other, decision) => {
      expect(template.decide(other, role)).toBe(decision);
    });
  });

  test('a deployment writes and removes its files', () => {
    const stack = newStack();
    new deployment.BucketDeployment(stack, 'Deployment', {
      sources: [deployment.Source.data('index.html', '<h1>Books</h1>')],
      destinationBucket: new SecureBucket(stack, 'Bucket', { bucketName: 'books' }),
    });
    const template = new Deployed(stack);
    const role = template.roleOf('CustomCDKBucketDeployment');
    const decide = (action: string, resource = `${books}/index.html`) =>
      template.decide(
        {
          principal: { kind: 'role', arn: roleArn(role) },
          action,
          resource,
          resourceAccount: account,
          context: secureTransport,
        },
        role,
      );
    for (const action of ['s3:PutObject', 's3:GetObject', 's3:DeleteObject']) expect(decide(action)).toBe('allowed');
    expect(decide('s3:ListBucket', books)).toBe('allowed');
    for (const action of ['kms:GenerateDataKey', 'kms:Decrypt']) expect(decide(action, keyArn)).toBe('allowed');
    expect(decide('s3:PutBucketPolicy', books)).toBe('denied');
  });

  test('replication reads here and writes there, with the key of each', () => {
    const stack = newStack();
    const copies = new SecureBucket(stack, 'Copies', { bucketName: 'copies' });
    new SecureBucket(stack, 'Bucket', {
      bucketName: 'books',
      replicationRules: [{ destination: copies, kmsKey: SecureKey.shared(stack), sseKmsEncryptedObjects: true }],
    });
    const template = new Deployed(stack);
    const role = template.roleOf('BucketReplicationRole');
    const decide = (action: string, resource: string, headers = {}) =>
      template.decide(
        {
          principal: { kind: 'role', arn: roleArn(role) },
          action,
          resource,
          resourceAccount: account,
          context: { ...secureTransport, ...headers },
        },
        role,
      );
    expect(decide('s3:GetObjectVersionForReplication', `${books}/dune.txt`)).toBe('allowed');
    expect(
      decide('s3:ReplicateObject', 'arn:aws:s3:::copies/dune.txt', { [algorithm]: 'aws:kms', [keyId]: keyArn }),
    ).toBe('allowed');
    expect(decide('kms:Decrypt', keyArn)).toBe('allowed');
    expect(decide('kms:Encrypt', keyArn)).toBe('allowed');
    expect(decide('s3:DeleteObject', `${books}/dune.txt`)).toBe('denied');
  });

  describe('delivery of access logs', () => {
    const stack = newStack();
    new SecureBucket(stack, 'Bucket', { bucketName: 'books' });
    const template = new Deployed(stack);
    const logs = `arn:aws:s3:::${stack.getLogicalId((stack.node.findChild('AccessLogs') as s3.Bucket).node.defaultChild as s3.CfnBucket).toLowerCase()}`;

    test.each<[string, string, Record<string, string>, string]>([
      ['of this account under its prefix', 'Stack/Bucket/2026-11-22', { 'aws:SourceAccount': account }, 'allowed'],
      ['of another account', 'Stack/Bucket/2026-11-22', { 'aws:SourceAccount': '444455556666' }, 'denied'],
      ['under another prefix', 'Other/2026-11-22', { 'aws:SourceAccount': account }, 'denied'],
      ['in the clear', 'Stack/Bucket/x', { 'aws:SourceAccount': account, 'aws:SecureTransport': 'false' }, 'denied'],
    ])('%s', (__, key, source, decision) => {
      expect(
        template.decide({
          principal: { kind: 'service', name: 'logging.s3.amazonaws.com' },
          action: 's3:PutObject',
          resource: `${logs}/${key}`,
          resourceAccount: account,
          context: { ...secureTransport, 'aws:SourceArn': books, ...source },
        }),
      ).toBe(decision);
    });
  });

  test('nobody outside reads', () => {
    const stack = newStack();
    new SecureBucket(stack, 'Bucket', { bucketName: 'books' });
    const template = new Deployed(stack);
    const read = {
      action: 's3:GetObject',
      resource: `${books}/dune.txt`,
      resourceAccount: account,
      context: secureTransport,
    };
    expect(template.decide({ ...read, principal: { kind: 'anonymous' } })).toBe('denied');
    expect(template.decide({ ...read, principal: { kind: 'root', account: '444455556666' } })).toBe('denied');
  });
});
