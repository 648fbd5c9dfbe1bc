import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { ScopedRoleProps } from './scoped-role-props';
import { Refusals } from '../refusals/refusals';

/** Refuses what would open a role of a function to others, or give it what is not checked. */
export function refuseProps(scope: Construct, id: string, props: ScopedRoleProps): void {
  const refusals = Refusals.ofNew(scope, id);
  const { assumedBy } = props;
  refusals.addIf(
    assumedBy !== undefined && !isLambda(assumedBy),
    `'assumedBy: ${String(assumedBy)}'`,
    "leave it out, the role is Lambda's; make an iam.Role for another principal",
  );
  for (const name of ['managedPolicies', 'inlinePolicies', 'externalId', 'externalIds']) {
    refusals.addIf(
      (props as Record<string, unknown>)[name] !== undefined,
      `'${name}' of a role of a function`,
      'add the statements that the code needs with addToPolicy, where they are checked',
    );
  }
  refusals.throwIfAny();
}

function isLambda(principal: iam.IPrincipal): boolean {
  const { principalJson, conditions } = principal.policyFragment;
  const services = principalJson.Service ?? [];
  return (
    Object.keys(principalJson).join() === 'Service' &&
    Object.keys(conditions).length === 0 &&
    services.length === 1 &&
    (principal as { service?: string }).service === 'lambda.amazonaws.com'
  );
}
