import { identityPolicies, identityPolicyTypes } from './identity-policies';
import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

/** What a policy is attached to decides which elements its statements have. */
export type PolicyKind = 'identity' | 'trust' | 'resource';

export interface PlacedPolicy {
  readonly document: Value;
  readonly kind: PolicyKind;
}

/**
 * Where resources hold the policy of a resource, of those whose service wants an `Effect`, `Principal`, `Action` and `Resource`
 * in each statement.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies-access-policy-examples.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-using.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
const resourcePolicyPlaces: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SQS::QueueInlinePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::SNS::TopicInlinePolicy': 'PolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::KMS::ReplicaKey': 'KeyPolicy',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
  'AWS::DynamoDB::Table': 'ResourcePolicy.PolicyDocument',
  'AWS::Kinesis::ResourcePolicy': 'ResourcePolicy',
  'AWS::ApiGateway::RestApi': 'Policy',
};

/** The types of resource that hold policies, in a property of their own. */
export const policyHolderTypes = [...identityPolicyTypes, ...Object.keys(resourcePolicyPlaces)];

/** The policies that a resource of {@link policyHolderTypes} holds. */
export function policiesIn(resource: Resource): readonly PlacedPolicy[] {
  const { type } = resource;
  const place = Object.hasOwn(resourcePolicyPlaces, type) ? resourcePolicyPlaces[type] : undefined;
  if (place) return [{ document: resource.read(place), kind: 'resource' }];
  const policies = identityPolicies(resource).map((document) => ({ document, kind: 'identity' as const }));
  if (type !== 'AWS::IAM::Role') return policies;
  return [{ document: resource.read('AssumeRolePolicyDocument'), kind: 'trust' }, ...policies];
}
