import { CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { acknowledgeExistingRole } from './function-acknowledgements';
import { Refusals } from '../refusals/refusals';
import { EXISTING_ROLE_METADATA, reasonForExisting } from '../role/existing-role';
import { ScopedRole } from '../role/scoped-role';

const SERVICE_ROLE = 'ServiceRole';

/**
 * The role that the function runs as: the one of its props, or a scoped one in the place of the L2's, with its logical id.
 *
 * The L2 makes its role in its constructor, so that it has to be replaced: a role that is made before would be a sibling
 * that tags, aspects and acknowledgements of the function do not reach.
 */
export function roleOf(fn: lambda.Function, resource: lambda.CfnFunction): iam.IRole {
  const made = fn.node.tryFindChild(SERVICE_ROLE);
  const role = made instanceof iam.Role ? replace(fn, made, resource) : fn.role!;

  if (role instanceof ScopedRole) {
    role._useFor(fn);
  } else {
    const reason = reasonForExisting(role);
    const refusals = Refusals.of(fn);
    refusals.addIf(
      reason === undefined,
      `the role '${role.node.path}' was made elsewhere`,
      "pass it as 'ScopedRole.existing(role, reason)', or none",
    );
    refusals.throwIfAny();
    fn.node.addMetadata(EXISTING_ROLE_METADATA, { role: role.node.path, reason });
    acknowledgeExistingRole(resource, reason!);
  }
  return role;
}

function replace(fn: lambda.Function, made: iam.Role, resource: lambda.CfnFunction): ScopedRole {
  const statements = statementsOf(made);
  fn.node.tryRemoveChild(SERVICE_ROLE);
  // The function waits for what is below the role that it was made with: nothing.
  for (const child of [...made.node.children]) made.node.tryRemoveChild(child.node.id);

  const role = new ScopedRole(fn, SERVICE_ROLE);
  Object.defineProperty(fn, 'role', { value: role, enumerable: true, configurable: true });
  Object.defineProperty(fn, 'grantPrincipal', { value: role, enumerable: true, configurable: true });
  resource.role = role.roleArn;
  resource.node.addDependency(role);

  for (const statement of statements) role.addToPrincipalPolicy(statement);
  return role;
}

interface WrittenStatement {
  readonly Action?: string | string[];
}

/** What features of the L2 granted while it was made. */
function statementsOf(role: iam.Role): iam.PolicyStatement[] {
  const policy = role.node.tryFindChild('DefaultPolicy');
  if (!(policy instanceof iam.Policy)) return [];
  const { Statement = [] } = (policy.document.toJSON() ?? {}) as { Statement?: WrittenStatement[] };
  return Statement.filter((statement) => !isTracing(statement)).map((statement) =>
    iam.PolicyStatement.fromJson(statement),
  );
}

/** The function has a policy of its own for it. */
function isTracing(statement: WrittenStatement): boolean {
  return actionsOf(statement).every((action) => /^xray:Put(TraceSegments|TelemetryRecords)$/.test(action));
}

function actionsOf({ Action }: WrittenStatement): string[] {
  return Action === undefined ? [] : [Action].flat();
}

/** The resource of a function of the L2. */
export function resourceOf(fn: lambda.Function): lambda.CfnFunction {
  const resource = fn.node.findChild('Resource');
  if (!CfnResource.isCfnResource(resource)) throw new Error(`${Stack.of(fn).node.path}: no resource`);
  return resource as lambda.CfnFunction;
}
