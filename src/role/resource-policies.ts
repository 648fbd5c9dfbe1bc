import { AspectPriority, Aspects, CfnResource, type IAspect, Lazy, Stage } from 'aws-cdk-lib';
import { type IRole, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { narrowActions } from './narrowed-actions';

const NARROWED = Symbol.for('cdk-secure-serverless.narrowed-resource-policies');

/**
 * Narrows what grants write for the role into policies of resources: those of other accounts, and keys that do not leave
 * their use to IAM.
 */
export function narrowResourcePoliciesFor(role: IRole): void {
  const stage = Stage.of(role) ?? role.node.root;
  const holder = stage as unknown as Record<symbol, Set<IRole> | undefined>;
  if (!holder[NARROWED]) {
    const roles = new Set<IRole>();
    Object.defineProperty(stage, NARROWED, { value: roles, enumerable: false });
    Aspects.of(stage).add(new NarrowResourcePolicies(roles), { priority: AspectPriority.MUTATING });
  }
  holder[NARROWED]!.add(role);
}

/** Where resources have their policy. */
const properties = ['policyDocument', 'keyPolicy', 'resourcePolicy'];

class NarrowResourcePolicies implements IAspect {
  constructor(private readonly roles: ReadonlySet<IRole>) {}

  public visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node)) return;
    const resource = node as unknown as Record<string, unknown>;
    for (const property of properties) {
      const document = resource[property];
      if (document instanceof PolicyDocument && this.narrow(document.toJSON() as WrittenDocument) !== undefined) {
        // Read when it is written: an aspect that comes later may add to the document.
        resource[property] = Lazy.any({ produce: () => this.narrow(document.toJSON() as WrittenDocument) ?? document });
      }
    }
  }

  /** The document with the statements for our roles narrowed; `undefined` where there is none. */
  private narrow(document: WrittenDocument | undefined): PolicyDocument | undefined {
    const arns = new Set([...this.roles].map(({ roleArn }) => roleArn));
    const statements = document?.Statement ?? [];
    const isOurs = ({ Effect, Principal }: WrittenStatement) => {
      const principals = Object.entries(Principal ?? {}).flatMap(([kind, names]) =>
        [names].flat().map((name) => [kind, name]),
      );
      return (
        Effect === 'Allow' &&
        principals.length > 0 &&
        principals.every(([kind, name]) => kind === 'AWS' && arns.has(name))
      );
    };
    if (!statements.some((statement) => isOurs(statement) && statement.Action !== undefined)) return undefined;
    return PolicyDocument.fromJson({
      ...document,
      Statement: statements.map((statement) =>
        isOurs(statement) && statement.Action !== undefined
          ? { ...statement, Action: narrowActions([statement.Action].flat()) }
          : statement,
      ),
    });
  }
}

interface WrittenStatement {
  readonly Effect?: string;
  readonly Action?: string | string[];
  readonly Principal?: Record<string, string | string[]>;
}

interface WrittenDocument {
  readonly Statement?: WrittenStatement[];
}
