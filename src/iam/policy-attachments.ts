import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

/** Types whose policy is a property of their own, which may be in each item of a list (`*`). */
const own: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'Policy',
  'AWS::Backup::BackupVault': 'AccessPolicy',
  'AWS::Backup::LogicallyAirGappedBackupVault': 'AccessPolicy',
  'AWS::CodeArtifact::Domain': 'PermissionsPolicyDocument',
  'AWS::CodeArtifact::Repository': 'PermissionsPolicyDocument',
  'AWS::DSQL::Cluster': 'PolicyDocument',
  'AWS::DynamoDB::GlobalTable': 'Replicas.*.ResourcePolicy.PolicyDocument',
  'AWS::DynamoDB::Table': 'ResourcePolicy.PolicyDocument',
  'AWS::ECR::PublicRepository': 'RepositoryPolicyText',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::EFS::FileSystem': 'FileSystemPolicy',
  'AWS::Elasticsearch::Domain': 'AccessPolicies',
  'AWS::Events::EventBus': 'Policy',
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::KMS::ReplicaKey': 'KeyPolicy',
  'AWS::Logs::Destination': 'DestinationPolicy',
  'AWS::Logs::LogGroup': 'ResourcePolicyDocument',
  'AWS::MediaStore::Container': 'Policy',
  'AWS::OSIS::Pipeline': 'ResourcePolicy.Policy',
  'AWS::OpenSearchService::Domain': 'AccessPolicies',
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::S3Express::AccessPoint': 'Policy',
  'AWS::SageMaker::ModelPackageGroup': 'ModelPackageGroupPolicy',
};

interface Attachment {
  readonly type: string;
  /** The property that names the resource. */
  readonly to: string;
  /** The property that holds the policy. */
  readonly policy: string;
}

/** Types that are the policy of another resource of their service. */
const attachments: readonly Attachment[] = [
  { type: 'AWS::APS::ResourcePolicy', to: 'WorkspaceArn', policy: 'PolicyDocument' },
  { type: 'AWS::Bedrock::ResourcePolicy', to: 'ResourceArn', policy: 'PolicyDocument' },
  { type: 'AWS::BedrockAgentCore::ResourcePolicy', to: 'ResourceArn', policy: 'Policy' },
  { type: 'AWS::CloudTrail::ResourcePolicy', to: 'ResourceArn', policy: 'ResourcePolicy' },
  { type: 'AWS::EventSchemas::RegistryPolicy', to: 'RegistryName', policy: 'Policy' },
  { type: 'AWS::EventsV2::ResourcePolicy', to: 'EventBusArn', policy: 'PolicyDocument' },
  { type: 'AWS::Kinesis::ResourcePolicy', to: 'ResourceArn', policy: 'ResourcePolicy' },
  { type: 'AWS::Lambda::ResourcePolicy', to: 'ResourceArn', policy: 'PolicyDocument' },
  { type: 'AWS::Lex::ResourcePolicy', to: 'ResourceArn', policy: 'Policy' },
  { type: 'AWS::MSK::ClusterPolicy', to: 'ClusterArn', policy: 'Policy' },
  { type: 'AWS::S3::BucketPolicy', to: 'Bucket', policy: 'PolicyDocument' },
  { type: 'AWS::S3Express::BucketPolicy', to: 'Bucket', policy: 'PolicyDocument' },
  { type: 'AWS::S3ObjectLambda::AccessPointPolicy', to: 'ObjectLambdaAccessPoint', policy: 'PolicyDocument' },
  { type: 'AWS::S3Tables::TableBucketPolicy', to: 'TableBucketARN', policy: 'ResourcePolicy' },
  { type: 'AWS::S3Tables::TablePolicy', to: 'TableARN', policy: 'ResourcePolicy' },
  { type: 'AWS::S3Vectors::VectorBucketPolicy', to: 'VectorBucketArn', policy: 'Policy' },
  { type: 'AWS::SNS::TopicInlinePolicy', to: 'TopicArn', policy: 'PolicyDocument' },
  { type: 'AWS::SNS::TopicPolicy', to: 'Topics', policy: 'PolicyDocument' },
  { type: 'AWS::SQS::QueueInlinePolicy', to: 'Queue', policy: 'PolicyDocument' },
  { type: 'AWS::SQS::QueuePolicy', to: 'Queues', policy: 'PolicyDocument' },
  { type: 'AWS::SSM::ResourcePolicy', to: 'ResourceArn', policy: 'Policy' },
  { type: 'AWS::SecretsManager::ResourcePolicy', to: 'SecretId', policy: 'ResourcePolicy' },
  { type: 'AWS::VpcLattice::AuthPolicy', to: 'ResourceIdentifier', policy: 'Policy' },
  { type: 'AWS::VpcLattice::ResourcePolicy', to: 'ResourceArn', policy: 'Policy' },
];

/** Policies of a whole account and region, which say themselves what they are about. */
const ofAccounts: Readonly<Record<string, { readonly type: string; readonly policy: string }>> = {
  'AWS::ECR::Repository': { type: 'AWS::ECR::RegistryPolicy', policy: 'PolicyText' },
  'AWS::Logs::LogGroup': { type: 'AWS::Logs::ResourcePolicy', policy: 'PolicyDocument' },
};

/** The property in which resources of a type hold a policy: their own, or that of the resource they are a policy for. */
export function policyPropertyOf(type: string): string | undefined {
  return Object.hasOwn(own, type) ? own[type] : attachments.find((one) => one.type === type)?.policy;
}

/** All types that hold the policy of a resource or of an account, in a property of their own. */
export const resourcePolicyHolders: readonly string[] = [
  ...Object.keys(own),
  ...attachments.map(({ type }) => type),
  ...Object.values(ofAccounts).map(({ type }) => type),
];

/** The policies that a resource of {@link resourcePolicyHolders} holds. */
export function policiesHeldBy(holder: Resource): readonly Value[] {
  const { type } = holder;
  const path = policyPropertyOf(type) ?? Object.values(ofAccounts).find((one) => one.type === type)?.policy;
  return path === undefined ? [] : readAll(holder, path);
}

const byService = new Map<string, readonly Attachment[]>();
for (const attachment of attachments) {
  const service = serviceOf(attachment.type);
  byService.set(service, [...(byService.get(service) ?? []), attachment]);
}

/** A property that is the policy of a resource, or part of it. */
export interface HeldPolicy {
  /** The resource itself, or the one that is a policy for it. */
  readonly holder: Resource;
  readonly document: Value;
}

/**
 * Where the policies of a resource of the application stand: in its own properties, in resources that are a policy for
 * it, and in those that are one for its whole account and region.
 *
 * What the permissions of a function and of an event bus say in properties is not among them. A grant of a KMS key is
 * made by whoever uses the key, at run time: CloudFormation has no resource for it, and no template shows one.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function heldPolicies(resource: Resource): readonly HeldPolicy[] {
  const { application } = resource.template;
  const inside = Object.hasOwn(own, resource.type) ? readAll(resource, own[resource.type]) : [];
  const beside = (byService.get(serviceOf(resource.type)) ?? []).flatMap(({ type, to, policy }) =>
    application.attachedTo(resource, type, to).map((holder) => ({ holder, document: holder.read(policy) })),
  );
  return [...inside.map((document) => ({ holder: resource, document })), ...beside, ...ofAccountOf(resource)];
}

function ofAccountOf(resource: Resource): readonly HeldPolicy[] {
  if (!Object.hasOwn(ofAccounts, resource.type)) return [];
  const { type, policy } = ofAccounts[resource.type];
  const { application, stack } = resource.template;
  return application
    .ofType(type)
    .filter(({ template }) => template.stack.environment === stack.environment)
    .map((holder) => ({ holder, document: holder.read(policy) }));
}

function readAll(resource: Resource, path: string): readonly Value[] {
  const [list, inItem] = path.split('.*.');
  if (inItem === undefined) return [resource.read(path)];
  return resource.read(list).items.map((item) => item.read(inItem));
}

function serviceOf(type: string): string {
  return type.split('::')[1];
}
