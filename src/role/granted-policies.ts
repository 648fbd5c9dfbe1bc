import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledgeObjectWildcards } from './object-wildcards';
import { broadStatementsOf } from './rendered-policy';
import { enforcedOnPolicy } from './scoped-role-defaults';
import { insecureProperties } from '../enforced/enforced';

/**
 * Acknowledges what the grants of a role need, under the names that it has in the template, and says what reached the
 * policies of the grants past `addToPolicy`: escape hatches, and their own documents.
 */
export function settleGrants(role: iam.Role, granted: readonly iam.PolicyStatement[]): string[] {
  const policies = role.node.children.filter(isOfGrants);
  for (const policy of policies) {
    for (const statement of granted) acknowledgeObjectWildcards(policy, statement);
  }
  const broad = policies.flatMap((policy) => broadStatementsOf(policy.node.defaultChild));
  return broad.length > 0 ? broad : changedGrants(role);
}

/** What is too long for the one policy is moved to managed ones. */
function isOfGrants(child: IConstruct): boolean {
  return child instanceof iam.ManagedPolicy || child.node.id === 'DefaultPolicy';
}

function changedGrants(role: iam.Role): string[] {
  const policy = role.node.tryFindChild('DefaultPolicy');
  const resource = policy?.node.defaultChild;
  if (!(policy instanceof iam.Policy) || !(resource instanceof iam.CfnPolicy)) return [];
  // Where everything was moved to managed policies, there is no policy left to hold.
  if (policy.document.isEmpty) return [];
  return insecureProperties(resource, enforcedOnPolicy(policy.document, role.roleName), 'was changed to');
}
