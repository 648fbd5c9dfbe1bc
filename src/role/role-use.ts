import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Named } from '../enforced/references';
import { namedBy, names } from '../enforced/references';
import type { Violations } from '../enforced/stage-watch';
import { byOwner, StageWatch } from '../enforced/stage-watch';

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
  StageWatch.of<WatchedRole>(role, WATCHED, violations).add(role, { role, resource });
}

function violations(stage: IConstruct, watched: readonly WatchedRole[]): Violations {
  const errors: [IConstruct, string][] = [];
  const functions = new Map<WatchedRole, string[]>();
  for (const node of resourcesOf(stage)) {
    const property = roleReferences[node.cfnResourceType];
    if (property === undefined) continue;

    const named = namedBy(node, property);
    for (const role of watched.filter((each) => isNamed(named, node, each))) {
      if (node.cfnResourceType === 'AWS::Lambda::Function') {
        functions.set(role, [...(functions.get(role) ?? []), node.node.path]);
      } else if (!isMadeBy(role.role, node)) {
        errors.push([
          role.role,
          `'${node.node.path}' attaches a policy to '${role.role.node.path}' past its checks: use 'addToPolicy' of the role, or a grant (iam-wildcard-action)`,
        ]);
      }
    }
  }
  for (const [{ role }, paths] of functions) {
    if (paths.length > 1) {
      errors.push([
        role,
        `'${role.node.path}' is the role of ${paths.map((path) => `'${path}'`).join(' and ')}: give each function its own, so that neither can do what the other can (lambda-unique-role)`,
      ]);
    }
  }
  return byOwner(errors);
}

/** Without those of stages within, which are deployed apart. */
function resourcesOf(construct: IConstruct): CfnResource[] {
  const below = construct.node.children.filter((child) => !Stage.isStage(child)).flatMap(resourcesOf);
  return CfnResource.isCfnResource(construct) ? [construct, ...below] : below;
}

function isMadeBy(role: WatchableRole, resource: CfnResource): boolean {
  const policy = resource.node.scope;
  return policy !== undefined && policy.node.defaultChild === resource && role._made(policy);
}

/** Where the types that can put a policy on a role, or run as it, name the role. */
const roleReferences: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::ManagedPolicy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
  'AWS::Lambda::Function': 'Role',
};

function isNamed(named: Named, from: CfnResource, { resource }: WatchedRole): boolean {
  return names(named, from, resource) || [...named.literals].some((literal) => isNameOf(literal, from, resource));
}

/** The name that the role was given, or an ARN that ends in it; one of a kind in an account. */
function isNameOf(literal: string, from: CfnResource, role: CfnResource): boolean {
  const stack = Stack.of(role);
  const name: unknown = stack.resolve((role as { roleName?: string }).roleName);
  if (typeof name !== 'string' || Stack.of(from).account !== stack.account) return false;
  return literal === name || (/:role\//.test(literal) && literal.endsWith(`/${name}`));
}
