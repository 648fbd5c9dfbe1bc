import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Named } from '../enforced/references';
import { namedBy, names } from '../enforced/references';

const WATCHED = Symbol.for('cdk-secure-serverless.scoped-roles');

interface WatchedRole {
  readonly role: WatchableRole;
  readonly resource: CfnResource;
}

/** A role that knows the policies that it made itself, below it or elsewhere. */
export interface WatchableRole extends IConstruct {
  _made(policy: IConstruct): boolean;
}

/**
 * Fails synthesis where something reaches a scoped role past its methods: policies that name it, and second functions.
 *
 * One walk over the stage for all of its roles.
 */
export function watchUseOfRole(role: WatchableRole, resource: CfnResource): void {
  const stage = Stage.of(role) ?? role.node.root;
  const holder = stage as unknown as Record<symbol, WatchedRole[] | undefined>;
  if (!holder[WATCHED]) {
    const watched: WatchedRole[] = [];
    Object.defineProperty(stage, WATCHED, { value: watched, enumerable: false });
    stage.node.addValidation({ validate: () => violations(stage, watched) });
  }
  holder[WATCHED]!.push({ role, resource });
}

function violations(stage: IConstruct, watched: readonly WatchedRole[]): string[] {
  const errors: string[] = [];
  const functions = new Map<WatchedRole, string[]>();
  for (const node of stage.node.findAll()) {
    if (!CfnResource.isCfnResource(node)) continue;
    const property = roleReferences[node.cfnResourceType];
    if (property === undefined) continue;

    const named = namedBy(node, property);
    for (const role of watched.filter((each) => isNamed(named, node, each))) {
      if (node.cfnResourceType === 'AWS::Lambda::Function') {
        functions.set(role, [...(functions.get(role) ?? []), node.node.path]);
      } else if (!role.role._made(node.node.scope ?? node)) {
        errors.push(
          `'${node.node.path}' attaches a policy to '${role.role.node.path}' past its checks: use 'addToPolicy' of the role, or a grant (iam-wildcard-action)`,
        );
      }
    }
  }
  for (const [{ role }, paths] of functions) {
    if (paths.length > 1) {
      errors.push(
        `'${role.node.path}' is the role of ${paths.map((path) => `'${path}'`).join(' and ')}: give each function its own, so that neither can do what the other can (lambda-unique-role)`,
      );
    }
  }
  return errors;
}

/** Where the types that can put a policy on a role, or run as it, name the role. */
const roleReferences: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::ManagedPolicy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
  'AWS::Lambda::Function': 'Role',
};

function isNamed(named: Named, from: CfnResource, { resource }: WatchedRole): boolean {
  if (names(named, from, resource)) return true;
  const roleName: unknown = Stack.of(resource).resolve((resource as { roleName?: string }).roleName);
  return typeof roleName === 'string' && named.literals.has(roleName);
}
