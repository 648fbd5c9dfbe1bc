import { Aws } from 'aws-cdk-lib';
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
            accepts: (got: unknown) => got !== undefined && got !== null && got !== Aws.NO_VALUE,
            rule: 'iam-privesc',
            instead: 'keep a permissions boundary, the one that was asked for or another',
          },
        ]
      : []),
  ];
}

/** A policy that a construct of ours wrote stays as it was written. */
export function enforcedOnOwnPolicy(document: unknown): EnforcedProperty[] {
  return [
    {
      path: 'PolicyDocument',
      value: document,
      rule: 'iam-wildcard-resource',
      instead: 'add what the code needs with addToPolicy, where it is checked',
    },
  ];
}
