import type { Resource } from './resource';
import type { Value } from './value';

/** A policy that a role, user or group has. */
export interface AttachedPolicy {
  /** The resource that holds the document or names the managed policy. */
  readonly source: Resource;
  /** The policy document; `undefined` where the policy is not part of the application. */
  readonly document?: Value;
  /** The ARN of a managed policy that is not part of the application. */
  readonly arn?: Value;
}

const attachments = [
  { type: 'AWS::IAM::Policy', roles: 'Roles' },
  { type: 'AWS::IAM::ManagedPolicy', roles: 'Roles' },
  { type: 'AWS::IAM::RolePolicy', roles: 'RoleName' },
] as const;

/** Every policy of a role, wherever in the application it is attached. */
export function attachedPolicies(role: Resource): readonly AttachedPolicy[] {
  const inline = role
    .read('Policies')
    .items.map((policy) => ({ source: role, document: policy.read('PolicyDocument') }));
  const { application } = role.template;
  const separate = attachments.flatMap(({ type, roles }) =>
    application
      .attachedTo(role, type, roles)
      .map((policy) => ({ source: policy, document: policy.read('PolicyDocument') })),
  );
  const managed = role.read('ManagedPolicyArns').items.map((arn) => {
    const policy = arn.target;
    return policy?.is('AWS::IAM::ManagedPolicy')
      ? { source: policy, document: policy.read('PolicyDocument') }
      : { source: role, arn };
  });
  const seen = new Set<Resource>(separate.map(({ source }) => source));
  return [...inline, ...separate, ...managed.filter(({ source }) => !seen.has(source))];
}
