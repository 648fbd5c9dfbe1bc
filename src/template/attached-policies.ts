import { onceForResource } from './once';
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

/** By the type of the identity: the resources that hold its policies, and where they name it. */
const attachments: Readonly<Record<string, readonly (readonly [type: string, property: string])[]>> = {
  'AWS::IAM::Role': [
    ['AWS::IAM::Policy', 'Roles'],
    ['AWS::IAM::ManagedPolicy', 'Roles'],
    ['AWS::IAM::RolePolicy', 'RoleName'],
  ],
  'AWS::IAM::User': [
    ['AWS::IAM::Policy', 'Users'],
    ['AWS::IAM::ManagedPolicy', 'Users'],
    ['AWS::IAM::UserPolicy', 'UserName'],
  ],
  'AWS::IAM::Group': [
    ['AWS::IAM::Policy', 'Groups'],
    ['AWS::IAM::ManagedPolicy', 'Groups'],
    ['AWS::IAM::GroupPolicy', 'GroupName'],
  ],
};

/** Every policy of a role, user or group, wherever in the application it is attached; a user has those of its groups. */
export function attachedPolicies(identity: Resource): readonly AttachedPolicy[] {
  return onceForResource(identity, findAttachedPolicies);
}

function findAttachedPolicies(identity: Resource): readonly AttachedPolicy[] {
  const inline = identity
    .read('Policies')
    .items.map((policy) => ({ source: identity, document: policy.read('PolicyDocument') }));
  const { application } = identity.template;
  const separate = (Object.hasOwn(attachments, identity.type) ? attachments[identity.type] : []).flatMap(
    ([type, property]) =>
      application
        .attachedTo(identity, type, property)
        .map((policy) => ({ source: policy, document: policy.read('PolicyDocument') })),
  );
  const managed = identity.read('ManagedPolicyArns').items.map((arn) => {
    const policy = arn.target;
    return policy?.is('AWS::IAM::ManagedPolicy')
      ? { source: policy, document: policy.read('PolicyDocument') }
      : { source: identity, arn };
  });
  const seen = new Set<Resource>(separate.map(({ source }) => source));
  const ofGroups = groupsOf(identity).flatMap(attachedPolicies);
  return [...inline, ...separate, ...managed.filter(({ source }) => !seen.has(source)), ...ofGroups];
}

function groupsOf(identity: Resource): readonly Resource[] {
  if (!identity.is('AWS::IAM::User')) return [];
  const { application } = identity.template;
  const additions = application.attachedTo(identity, 'AWS::IAM::UserToGroupAddition', 'Users');
  const named = [identity.read('Groups'), ...additions.map((addition) => addition.read('GroupName'))];
  return [...new Set(named.flatMap(({ targets }) => targets))].filter((target) => target.is('AWS::IAM::Group'));
}
