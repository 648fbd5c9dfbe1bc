import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { arnShape } from './arn-shape';
import { resourceTypesFor } from '../facts/actions';
import type { Refusals } from '../refusals/refusals';

/** A grant of aws-cdk-lib that cannot be minimal, and what to call instead. */
export interface RefusedGrant {
  readonly grants: readonly string[];
  /** What it writes, by which it is told. */
  readonly actions: readonly string[];
  readonly instead: string;
}

/** What the error says besides that the pattern or the resource is too broad. */
export const refusedGrants: readonly RefusedGrant[] = [
  {
    grants: ['Table.grantFullAccess', 'TableGrants.fullAccess'],
    actions: ['dynamodb:*'],
    instead: "use 'grantReadData', 'grantWriteData' or 'grantReadWriteData', or 'grant' with the exact actions",
  },
  {
    grants: ['Key.grantAdmin', 'KeyGrants.admin'],
    actions: [
      'kms:Create*',
      'kms:Describe*',
      'kms:Enable*',
      'kms:List*',
      'kms:Put*',
      'kms:Update*',
      'kms:Revoke*',
      'kms:Disable*',
      'kms:Get*',
      'kms:Delete*',
    ],
    instead: "use 'grantEncrypt' or 'grantDecrypt', and leave keys to a role for people or for the pipeline",
  },
  {
    grants: ['EventBus.grantAllPutEvents', 'EventBusGrants.allPutEvents'],
    actions: ['events:PutEvents'],
    instead:
      "use 'grantPutEventsTo' of the bus, which is 'EventBus.fromEventBusName(scope, id, 'default')' where the code names none",
  },
];

const insteadOf = new Map(refusedGrants.flatMap(({ actions, instead }) => actions.map((action) => [action, instead])));

/** What to call instead of the grant that writes the action, or `undefined` where no grant does. */
export function narrowerGrant(action: string): string | undefined {
  return insteadOf.get(action);
}

/** Grants that name a resource on which AWS does nothing of the kind, so that they would give nothing. */
export const ineffectiveGrants: readonly RefusedGrant[] = [
  {
    grants: ['StateMachineGrants.redriveExecution'],
    actions: ['states:RedriveExecution'],
    instead: "use 'grantRedriveExecution' of the state machine, which names its executions",
  },
];

/** Refuses a grant that would be there and give nothing. */
export function refuseIneffective({ actions, resources }: PolicyStatement, refusals: Refusals): void {
  for (const grant of ineffectiveGrants) {
    const [action] = grant.actions;
    const shapes = resources.map((resource) => arnShape(resource));
    const isWithoutEffect =
      shapes.length > 0 && shapes.every((shape) => shape !== undefined && resourceTypesFor(action, shape).length === 0);
    refusals.addIf(
      actions.includes(action) && isWithoutEffect,
      `'${action}' has no effect on '${shapes.join("', '")}'`,
      grant.instead,
    );
  }
}
