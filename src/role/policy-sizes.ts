import { CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { render } from '../enforced/enforced';
import { roleQuotas } from '../facts/role-quotas';

/** The context key for a role that AWS lets have more managed policies. */
export const MANAGED_POLICIES_CONTEXT = 'cdk-secure-serverless:managedPoliciesPerRole';

const less =
  'split the function, so that each half needs less, or grant what its resources have in common (a prefix of keys, one table)';

/**
 * What AWS would refuse when it deploys the role: policies that are too long or too many, with what is sure of them.
 *
 * @param inline all inline policies of the role
 */
export function tooLongPolicies(role: iam.Role, inline: readonly IConstruct[]): string[] {
  const { inlineCharacters, managedCharacters } = roleQuotas;
  const managed = role.node.children.filter((child) => child instanceof iam.ManagedPolicy);
  const most = managedPoliciesOf(role);
  const size = inlineSize(inline);
  const violations = managed
    .map((policy) => [policy.node.path, sizeOf(policy)] as const)
    .filter(([, length]) => length > managedCharacters)
    .map(
      ([path, length]) =>
        `'${path}' has at least ${length} characters, and AWS takes ${managedCharacters} in a managed policy: ${less}`,
    );
  if (size > inlineCharacters) {
    violations.push(
      `the inline policies of '${role.node.path}' have at least ${size} characters together, and AWS takes ${inlineCharacters}: ${less}`,
    );
  }
  if (managed.length > most) {
    violations.push(
      `the grants of '${role.node.path}' need ${managed.length} managed policies, and AWS attaches ${most}: ${less}; where AWS lets a role have more, say so in the context '${MANAGED_POLICIES_CONTEXT}'`,
    );
  }
  return violations;
}

/** How many characters the policies have at least, without white space. */
export function inlineSize(policies: readonly IConstruct[]): number {
  return policies.map(sizeOf).reduce((sum, size) => sum + size, 0);
}

function managedPoliciesOf(role: iam.Role): number {
  const context: unknown = role.node.tryGetContext(MANAGED_POLICIES_CONTEXT);
  return typeof context === 'number' ? context : roleQuotas.managedPolicies;
}

function sizeOf(policy: IConstruct): number {
  const resource = policy.node.defaultChild;
  if (!resource || !CfnResource.isCfnResource(resource)) return 0;
  const { PolicyDocument: document } = (render(resource)?.Properties ?? {}) as { PolicyDocument?: unknown };
  return document === undefined ? 0 : leastLength(Stack.of(policy).resolve(document));
}

/** The shortest that AWS fills in. */
const leastOf: Readonly<Record<string, number>> = {
  'AWS::AccountId': '111122223333'.length,
  'AWS::Partition': 'aws'.length,
  'AWS::Region': 'eu-west-1'.length,
  'AWS::URLSuffix': 'amazonaws.com'.length,
};

function leastLength(value: unknown): number {
  if (typeof value === 'string') return leastText(value) + 2;
  if (value === null || typeof value !== 'object') return String(value).length;
  const intrinsic = leastIntrinsic(value as Record<string, unknown>);
  if (intrinsic !== undefined) return intrinsic + 2;
  const parts = Array.isArray(value)
    ? value.map(leastLength)
    : Object.entries(value).map(([key, each]) => key.length + 3 + leastLength(each));
  return parts.reduce((sum, length) => sum + length, 0) + Math.max(parts.length - 1, 0) + 2;
}

function leastText(text: string): number {
  return text.replace(/\s/g, '').length;
}

function leastIntrinsic(value: Record<string, unknown>): number | undefined {
  const [name, ...others] = Object.keys(value);
  if (others.length > 0 || !/^(Ref|Fn::\w+)$/.test(name)) return undefined;
  if (name === 'Ref') return leastOf[String(value.Ref)] ?? 1;
  const join = value['Fn::Join'];
  if (!Array.isArray(join) || !Array.isArray(join[1])) return 1;
  const parts = (join[1] as unknown[]).map((part) => leastLength(part) - 2);
  return parts.reduce((sum, length) => sum + length, 0);
}
