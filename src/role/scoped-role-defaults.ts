import { isStated } from '../enforced/branches';
import type { EnforcedProperty } from '../enforced/enforced';

/** Who may assume the role: Lambda, for functions of this account. */
export function trustPolicy(account: string): unknown {
  return {
    Statement: [
      {
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
      },
    ],
    Version: '2012-10-17',
  };
}

/** What no injector, aspect, mixin or override changes. */
export function enforcedOnRole(account: string, hasBoundary: boolean): EnforcedProperty[] {
  return [
    {
      path: 'AssumeRolePolicyDocument',
      value: trustPolicy(account),
      rule: 'iam-trust-wildcard',
      instead: 'leave the role to Lambda in this account, and make an iam.Role for who else needs one',
    },
    {
      path: 'ManagedPolicyArns',
      value: undefined,
      rule: 'iam-aws-managed',
      instead: 'add the statements that the code needs with addToPolicy',
    },
    {
      path: 'Policies',
      value: undefined,
      rule: 'iam-wildcard-action',
      instead: 'add the statements that the code needs with addToPolicy, where they are checked',
    },
    ...(hasBoundary
      ? [
          {
            path: 'PermissionsBoundary',
            accepts: isStated,
            rule: 'iam-privesc',
            instead: 'keep a permissions boundary, the one that was asked for or another',
          },
        ]
      : []),
  ];
}

/** A policy of a role stays as it was written, and the role's. */
export function enforcedOnPolicy(document: unknown, roleName: string): EnforcedProperty[] {
  const instead = 'add what the code needs with addToPolicy, where it is checked';
  return [
    { path: 'PolicyDocument', value: document, rule: 'iam-wildcard-resource', instead },
    {
      path: 'Roles',
      value: [roleName],
      rule: 'iam-wildcard-action',
      instead: 'make a policy of its own for another role',
    },
    { path: 'Users', value: undefined, rule: 'iam-user-policy', instead: 'make a policy of its own for a user' },
    { path: 'Groups', value: undefined, rule: 'iam-user-policy', instead: 'make a policy of its own for a group' },
  ];
}
