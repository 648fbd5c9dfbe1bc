import { onceForResource } from '../template/once';
import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

/** The kinds of resource that hold policies of a role, user or group. */
export const identityPolicyTypes = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::Group',
];

const identityTypes = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** The policy documents of a resource of {@link identityPolicyTypes}. */
export function identityPolicies(resource: Resource): readonly Value[] {
  return onceForResource(resource, readIdentityPolicies);
}

function readIdentityPolicies(resource: Resource): readonly Value[] {
  if (!identityTypes.includes(resource.type)) return [resource.read('PolicyDocument')];
  return resource.read('Policies').items.map((policy) => policy.read('PolicyDocument'));
}
