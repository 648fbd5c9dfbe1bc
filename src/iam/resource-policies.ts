import { deployedText } from './deployed-text';
import { permissionPolicy } from './invoke-permission';
import type { NamedPolicy } from './policies';
import { arnOf } from './reference-text';
import { readPolicy } from './role-policies';
import type { Resource } from '../template/resource';

/** Types whose policy is a property of their own. */
const own: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
  'AWS::DynamoDB::Table': 'ResourcePolicy.PolicyDocument',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::ApiGateway::RestApi': 'Policy',
};

interface Attachment {
  readonly type: string;
  /** The property that names the resource. */
  readonly to: string;
  /** The property that holds the policy. */
  readonly policy: string;
}

/** Types whose policy is a resource beside them. */
const attached: Readonly<Record<string, readonly Attachment[]>> = {
  'AWS::S3::Bucket': [{ type: 'AWS::S3::BucketPolicy', to: 'Bucket', policy: 'PolicyDocument' }],
  'AWS::SQS::Queue': [
    { type: 'AWS::SQS::QueuePolicy', to: 'Queues', policy: 'PolicyDocument' },
    { type: 'AWS::SQS::QueueInlinePolicy', to: 'Queue', policy: 'PolicyDocument' },
  ],
  'AWS::SNS::Topic': [
    { type: 'AWS::SNS::TopicPolicy', to: 'Topics', policy: 'PolicyDocument' },
    { type: 'AWS::SNS::TopicInlinePolicy', to: 'TopicArn', policy: 'PolicyDocument' },
  ],
  'AWS::SecretsManager::Secret': [
    { type: 'AWS::SecretsManager::ResourcePolicy', to: 'SecretId', policy: 'ResourcePolicy' },
  ],
  'AWS::Kinesis::Stream': [{ type: 'AWS::Kinesis::ResourcePolicy', to: 'ResourceArn', policy: 'ResourcePolicy' }],
};

/** The policies of a resource of the application: its own, and those of the resources that are policies for it. */
export function resourcePolicies(resource: Resource): readonly NamedPolicy[] {
  const { application } = resource.template;
  const policies: NamedPolicy[] = [];
  if (Object.hasOwn(own, resource.type)) {
    const document = readPolicy(resource.read(own[resource.type]));
    policies.push({ name: `the policy of ${resource}`, document });
  }
  for (const { type, to, policy } of Object.hasOwn(attached, resource.type) ? attached[resource.type] : []) {
    for (const source of application.attachedTo(resource, type, to)) {
      policies.push({ name: `the policy ${source}`, document: readPolicy(source.read(policy)) });
    }
  }
  for (const permission of application.attachedTo(resource, 'AWS::Lambda::Permission', 'FunctionName')) {
    const functionArn = deployedText(arnOf(resource), resource.template);
    policies.push({ name: `the permission ${permission}`, document: permissionPolicy(permission, functionArn) });
  }
  return policies;
}
