import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { render } from '../enforced/enforced';

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
  const functions = new Map<NamedRole, string[]>();
  const roles = watched.map(withNames);

  for (const node of stage.node.findAll()) {
    if (!CfnResource.isCfnResource(node)) continue;
    const named = rolesNamedBy(node);
    if (named.length === 0) continue;

    for (const role of roles.filter((each) => named.some((value) => isRole(value, node, each)))) {
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

function rolesNamedBy(node: CfnResource): readonly unknown[] {
  const property = roleReferences[node.cfnResourceType];
  if (property === undefined) return [];
  const properties = (render(node)?.Properties ?? {}) as Record<string, unknown>;
  return [properties[property]].flat().filter((value) => value !== undefined && value !== null);
}

/** A role with what it is called in templates. */
interface NamedRole extends WatchedRole {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly name: unknown;
}

function withNames(watched: WatchedRole): NamedRole {
  const stack = Stack.of(watched.resource);
  return {
    ...watched,
    stack,
    logicalId: stack.resolve(watched.resource.logicalId) as string,
    name: stack.resolve((watched.resource as { roleName?: string }).roleName),
  };
}

function isRole(value: unknown, node: CfnResource, { stack, logicalId, name }: NamedRole): boolean {
  if (typeof value === 'string') return value === name;
  const text = JSON.stringify(value);
  // Another stack refers to it through an export or output, which has the id in its name.
  return text.includes(Stack.of(node) === stack ? `"${logicalId}"` : logicalId);
}
