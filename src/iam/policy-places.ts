import { identityPolicies, identityPolicyTypes } from './identity-policies';
import { policiesHeldBy, policyPropertyOf, resourcePolicyHolders } from './policy-attachments';
import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

/** What a policy is attached to decides which elements its statements have. */
export type PolicyKind = 'identity' | 'trust' | 'resource';

export interface PlacedPolicy {
  readonly document: Value;
  readonly kind: PolicyKind;
}

/**
 * The types that hold the policy of a resource, of those whose service wants an `Effect`, `Principal`, `Action` and `Resource`
 * in each statement.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies-access-policy-examples.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-using.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
const resourcePolicyTypes = [
  'AWS::S3::BucketPolicy',
  'AWS::S3::AccessPoint',
  'AWS::SQS::QueuePolicy',
  'AWS::SQS::QueueInlinePolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SNS::TopicInlinePolicy',
  'AWS::KMS::Key',
  'AWS::KMS::ReplicaKey',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::DynamoDB::Table',
  'AWS::Kinesis::ResourcePolicy',
  'AWS::ApiGateway::RestApi',
];

/** The types of resource that hold policies, in a property of their own. */
export const policyHolderTypes = [...identityPolicyTypes, ...resourcePolicyTypes];

/** The policies that a resource of {@link policyHolderTypes} holds. */
export function policiesIn(resource: Resource): readonly PlacedPolicy[] {
  const { type } = resource;
  if (resourcePolicyTypes.includes(type)) {
    return [{ document: resource.read(policyPropertyOf(type)!), kind: 'resource' }];
  }
  const policies = identityPolicies(resource).map((document) => ({ document, kind: 'identity' as const }));
  if (type !== 'AWS::IAM::Role') return policies;
  return [{ document: resource.read('AssumeRolePolicyDocument'), kind: 'trust' }, ...policies];
}

/** Policies that are neither of an identity nor of a resource, and the property that holds them. */
const otherPolicies: Readonly<Record<string, string>> = {
  'AWS::EC2::VPCEndpoint': 'PolicyDocument',
  'AWS::IoT::Policy': 'PolicyDocument',
  'AWS::Organizations::Policy': 'Content',
  'AWS::Organizations::ResourcePolicy': 'Content',
  'AWS::SSO::PermissionSet': 'InlinePolicy',
};

/** All types that hold policies, in whichever grammar their service wants. */
export const everyPolicyHolder: readonly string[] = [
  ...new Set([...identityPolicyTypes, ...resourcePolicyHolders, ...Object.keys(otherPolicies)]),
];

/** The policies that a resource of {@link everyPolicyHolder} holds. */
export function everyPolicyIn(holder: Resource): readonly Value[] {
  if (Object.hasOwn(otherPolicies, holder.type)) return [holder.read(otherPolicies[holder.type])];
  const isOfIdentity = identityPolicyTypes.includes(holder.type);
  return [...policiesHeldBy(holder), ...(isOfIdentity ? identityPolicies(holder) : [])];
}
