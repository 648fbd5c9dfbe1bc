import type { TemplateSource } from '../src/template';

const resourcesPerStack = 500;
const resourcesPerUnit = 20;

/** How many of the units have something wrong. */
export interface GeneratedApplication {
  readonly resources: number;
  /** @default - everything is as it should be as far as this generator knows */
  readonly insecure?: boolean;
}

/**
 * The templates of an application of some size, as the CDK writes them: stacks of at most 500 resources, each with
 * functions, roles, policies, buckets, queues, topics, tables and APIs, and references to the stack before it.
 */
export function generatedApplication({ resources, insecure = false }: GeneratedApplication): TemplateSource[] {
  const sources: TemplateSource[] = [];
  for (let stack = 0; sources.length * resourcesPerStack < resources; stack++) {
    const count = Math.min(resourcesPerStack, resources - stack * resourcesPerStack);
    const units = Array.from({ length: Math.ceil(count / resourcesPerUnit) }, (_, unit) =>
      unitOf(stack, unit, insecure),
    );
    sources.push({
      path: `/app/cdk.out/Stack${stack}.template.json`,
      content: JSON.stringify({
        Conditions: { IsMainRegion: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } },
        Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/v' } },
        Resources: Object.fromEntries(units.flatMap(({ entries }) => entries).slice(0, count)),
        Outputs: { Bucket: { Value: arn('Bucket0'), Export: { Name: `Stack${stack}:Bucket` } } },
      }),
    });
  }
  return sources;
}

const arn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const ref = (logicalId: string) => ({ Ref: logicalId });
const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

function tlsOnly(resource: unknown, action: string) {
  return {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: action,
    Resource: [resource, join(resource, '/*')],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

function policyDocument(...Statement: unknown[]) {
  return { Version: '2012-10-17', Statement };
}

function unitOf(stack: number, unit: number, insecure: boolean): { entries: [string, object][] } {
  const id = (name: string) => `${name}${unit}`;
  const imported = stack > 0 ? { 'Fn::ImportValue': `Stack${stack - 1}:Bucket` } : arn(id('Bucket'));
  const entries: [string, object][] = [];
  const add = (name: string, Type: string, Properties: object, more: object = {}) =>
    entries.push([
      id(name),
      { Type, Properties, Metadata: { 'aws:cdk:path': `App/Stack${stack}/Unit${unit}/${name}/Resource` }, ...more },
    ]);
  add('Key', 'AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: policyDocument({
      Effect: 'Allow',
      Principal: { AWS: join('arn:', ref('AWS::Partition'), ':iam::', ref('AWS::AccountId'), ':root') },
      Action: 'kms:*',
      Resource: '*',
    }),
  });
  add('Bucket', 'AWS::S3::Bucket', {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn(id('Key')) } },
      ],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: !insecure,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    VersioningConfiguration: { Status: 'Enabled' },
  });
  add('BucketPolicy', 'AWS::S3::BucketPolicy', {
    Bucket: ref(id('Bucket')),
    PolicyDocument: policyDocument(tlsOnly(arn(id('Bucket')), 's3:*')),
  });
  for (const [index, queue] of ['Queue', 'DeadLetters'].entries()) {
    const RedrivePolicy = index === 0 ? { deadLetterTargetArn: arn(id('DeadLetters')), maxReceiveCount: 3 } : undefined;
    add(queue, 'AWS::SQS::Queue', { KmsMasterKeyId: arn(id('Key')), RedrivePolicy });
    add(`${queue}Policy`, 'AWS::SQS::QueuePolicy', {
      Queues: [ref(id(queue))],
      PolicyDocument: policyDocument(tlsOnly(arn(id(queue)), 'sqs:*')),
    });
  }
  add('Topic', 'AWS::SNS::Topic', { KmsMasterKeyId: arn(id('Key')) });
  add('Table', 'AWS::DynamoDB::Table', {
    BillingMode: 'PAY_PER_REQUEST',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: arn(id('Key')) },
  });
  add('Api', 'AWS::ApiGateway::RestApi', { Name: `api${unit}` });
  add('Deployment', 'AWS::ApiGateway::Deployment', { RestApiId: ref(id('Api')) });
  add('Stage', 'AWS::ApiGateway::Stage', {
    RestApiId: ref(id('Api')),
    DeploymentId: ref(id('Deployment')),
    StageName: 'live',
    TracingEnabled: true,
    MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'INFO', DataTraceEnabled: insecure }],
  });
  add('Method', 'AWS::ApiGateway::Method', {
    RestApiId: ref(id('Api')),
    ResourceId: { 'Fn::GetAtt': [id('Api'), 'RootResourceId'] },
    HttpMethod: 'GET',
    AuthorizationType: insecure ? 'NONE' : 'AWS_IAM',
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: join('arn:x/', arn(id('FunctionA')), '/i') },
  });
  for (const name of ['FunctionA', 'FunctionB']) {
    add(`${name}Role`, 'AWS::IAM::Role', {
      AssumeRolePolicyDocument: policyDocument({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    });
    add(`${name}Policy`, 'AWS::IAM::Policy', {
      PolicyName: `${name}Policy${unit}`,
      Roles: [ref(id(`${name}Role`))],
      PolicyDocument: policyDocument(
        { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: arn(id('Table')) },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: insecure ? '*' : join(imported, '/*') },
        { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: arn(id('Key')) },
      ),
    });
    add(name, 'AWS::Lambda::Function', {
      Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: 'a.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Role: arn(id(`${name}Role`)),
      ReservedConcurrentExecutions: { 'Fn::If': ['IsMainRegion', 50, 10] },
      Environment: { Variables: { TABLE: ref(id('Table')), QUEUE: ref(id('Queue')) } },
      TracingConfig: { Mode: 'Active' },
    });
  }
  return { entries };
}
