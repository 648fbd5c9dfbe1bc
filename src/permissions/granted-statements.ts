import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { GrantedStatement } from './compare';
import { render } from '../enforced/enforced';
import { namedBy } from '../enforced/references';
import { placesOf } from '../role/grant-places';
import { flatten } from '../role/object-wildcards';

/** What the app says of one role. */
export interface RoleGrants {
  readonly role: IRole;
  /** Of its own policies. */
  readonly statements: GrantedStatement[];
  /** Of policies of resources that let it in, and of those that let everybody in. */
  readonly ofResources: GrantedStatement[];
  /** Whether other policies are attached, of which the app does not know what they allow. */
  isComplete: boolean;
}

interface WrittenStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** Where policies name the roles that they belong to. */
const identityPolicies: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::ManagedPolicy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
};

/** The resources of a stage, and what they are called, looked through once. */
export class StageResources {
  public readonly all: readonly CfnResource[];
  private readonly byAddress = new Map<string, CfnResource>();
  private readonly paths = new Map<string, string>();

  constructor(stage: IConstruct) {
    this.all = resourcesOf(stage);
    for (const resource of this.all) {
      const stack = Stack.of(resource);
      this.byAddress.set(resource.node.addr, resource);
      this.paths.set(
        `${stack.node.addr} ${String(stack.resolve(resource.logicalId))}`,
        resource.node.scope?.node.path ?? '',
      );
    }
  }

  /** The resources that a property of another one names. */
  public namedBy(resource: CfnResource, property: string): { resources: CfnResource[]; literals: ReadonlySet<string> } {
    const { addresses, literals } = namedBy(resource, property);
    return { resources: [...addresses].flatMap((address) => this.byAddress.get(address) ?? []), literals };
  }

  /** A value of a template as a person would say it: with construct paths. */
  public told(resource: CfnResource, value: unknown): string {
    const stack = Stack.of(resource);
    return flatten(value).replace(
      /<(\w+)(?:\.Arn)?>/g,
      (text, id: string) => this.paths.get(`${stack.node.addr} ${id}`) ?? text,
    );
  }

  /** The grants of each of the roles. */
  public grantsTo(
    roles: ReadonlyMap<string, { readonly role: IRole; readonly name?: string }>,
  ): ReadonlyMap<string, RoleGrants> {
    const grants = new Map<string, RoleGrants>();
    const byName = new Map<string, string>();
    for (const [address, { role, name }] of roles) {
      grants.set(address, { role, statements: [], ofResources: [], isComplete: true });
      if (name !== undefined) byName.set(name, address);
    }
    const namedIn = (resource: CfnResource, property: string): RoleGrants[] => {
      const { resources, literals } = this.namedBy(resource, property);
      const addresses = [
        ...resources.map(({ node }) => node.addr),
        ...[...literals].flatMap((literal) => byName.get(literal.slice(literal.lastIndexOf('/') + 1)) ?? []),
      ];
      return [...new Set(addresses)].flatMap((address) => grants.get(address) ?? []);
    };
    for (const resource of this.all) {
      const property = identityPolicies[resource.cfnResourceType];
      if (property !== undefined) {
        for (const granted of namedIn(resource, property)) {
          granted.statements.push(...this.statementsOf(resource, granted.role));
        }
      } else if (resource.cfnResourceType === 'AWS::IAM::Role') {
        const own = grants.get(resource.node.addr);
        if (!own) continue;
        const { ManagedPolicyArns: attached, Policies: policies } = properties(resource);
        own.statements.push(...this.toGranted(resource, documentsIn(policies), own.role));
        if (attached !== undefined && (attached as unknown[]).length > 0) own.isComplete = false;
      } else {
        this.noteResourcePolicy(resource, namedIn, grants);
      }
    }
    return grants;
  }

  private noteResourcePolicy(
    resource: CfnResource,
    namedIn: (resource: CfnResource, property: string) => RoleGrants[],
    grants: ReadonlyMap<string, RoleGrants>,
  ): void {
    if (!mayHavePolicy(resource)) return;
    for (const [property, value] of Object.entries(properties(resource))) {
      const statements = documentsIn(value).filter(isForPrincipals);
      if (statements.length === 0) continue;
      const granted = this.toGranted(resource, statements);
      const isForAll = statements.some(({ Principal: who }) => JSON.stringify(who).includes('"*"'));
      for (const one of isForAll ? grants.values() : namedIn(resource, property)) one.ofResources.push(...granted);
    }
  }

  private statementsOf(policy: CfnResource, role: IRole): GrantedStatement[] {
    return this.toGranted(policy, documentsIn(properties(policy)), role);
  }

  private toGranted(resource: CfnResource, statements: readonly WrittenStatement[], role?: IRole): GrantedStatement[] {
    return statements
      .filter((statement) => statement.Effect === 'Allow' && !isForLambda(statement))
      .map(({ Action: action, Resource: on }) => ({
        origin: `'${resource.node.scope?.node.path ?? resource.node.path}'${on === undefined ? '' : ` on ${this.onWhat(resource, on)}`}`,
        actions: action === undefined ? undefined : [action].flat(2).map(flatten),
        placesOf:
          role && ((actions) => placesOf(role, actions, on === undefined ? undefined : [on].flat(1).map(flatten))),
      }));
  }

  private onWhat(resource: CfnResource, on: unknown): string {
    const told = [...new Set([on].flat(1).map((one) => `'${this.told(resource, one)}'`))];
    return told.length > 3 ? `${told.slice(0, 3).join(', ')} and ${told.length - 3} more` : told.join(', ');
  }
}

/** Cheap to see before anything is rendered. */
function mayHavePolicy(resource: CfnResource): boolean {
  return resource.cfnResourceType !== 'AWS::Lambda::Function' && !resource.cfnResourceType.startsWith('AWS::CDK::');
}

function properties(resource: CfnResource): Record<string, unknown> {
  return (render(resource)?.Properties ?? {}) as Record<string, unknown>;
}

/** The statements of all policy documents in a value. */
function documentsIn(value: unknown): WrittenStatement[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  const { Statement: statements } = value as { Statement?: unknown };
  if (statements !== undefined) return [statements].flat(1) as WrittenStatement[];
  return Object.values(value).flatMap(documentsIn);
}

/**
 * Whether only Lambda itself makes use of it: the calls of the function's code carry the key.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
function isForLambda({ Condition: condition }: WrittenStatement): boolean {
  const { Null: absent } = (condition ?? {}) as { Null?: Record<string, unknown> };
  return String(absent?.['lambda:SourceFunctionArn']) === 'true';
}

/** Not for services, and not for an account, which leaves it to its own policies. */
function isForPrincipals({ Principal: who }: WrittenStatement): boolean {
  if (who === undefined) return false;
  const text = JSON.stringify((who as { AWS?: unknown }).AWS ?? (who === '*' ? who : undefined));
  return text !== undefined && !/:root"[\]}]*$/.test(text);
}

/** Without those of stages within, which are deployed apart. */
function resourcesOf(construct: IConstruct): CfnResource[] {
  const below = construct.node.children.filter((child) => !Stage.isStage(child)).flatMap(resourcesOf);
  return CfnResource.isCfnResource(construct) ? [construct, ...below] : below;
}
