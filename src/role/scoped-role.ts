import { PhysicalName, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { type Construct, DependencyGroup, type IConstruct } from 'constructs';
import { policyWithoutResource } from './actions-without-resource';
import { forgetReplacedRole } from './customized-roles';
import { declareExisting } from './existing-role';
import { notePlace } from './grant-places';
import { settleGrants } from './granted-policies';
import { GrantedStatements } from './granted-statements';
import { exactPolicyOf, managedPolicyNameOf } from './managed-policy-statements';
import { acknowledgeObjectWildcards, acknowledgeUnscopable } from './object-wildcards';
import { inlineSize, tooLongPolicies } from './policy-sizes';
import { refuseIneffective } from './refused-grants';
import { narrowResourcePoliciesFor } from './resource-policies';
import { inlinePolicies } from './role-acknowledgements';
import { watchUseOfRole } from './role-use';
import { enforcedOnPolicy, enforcedOnRole } from './scoped-role-defaults';
import type { ScopedRoleProps } from './scoped-role-props';
import { refuseProps } from './scoped-role-refusals';
import { narrowStatement } from './statement-narrowing';
import { refuseBroadStatement } from './statement-refusals';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { enforce } from '../enforced/enforced';
import { Refusals } from '../refusals/refusals';

/**
 * The role that one function runs as: it can do what its grants say, and nothing else.
 *
 * Who finds a way to run code in a function has everything that its role allows. Here every statement is made of exact
 * actions on named resources: what the grants of the L2s add as patterns (`s3:GetObject*`) arrives as the actions that
 * are meant, each on the kind of resource that it applies to; a pattern or a `*` that somebody writes is refused at that
 * line, with the narrower form in the error. No managed policies, whose content AWS changes; one function a role;
 * assumed by Lambda for this account only.
 *
 * What narrowing leaves out stands in `docs/narrowed-grants.md`. To have it back, add a statement with the exact action:
 * such a statement is never narrowed.
 *
 * Throws when a statement is broader than what AWS can limit it to, when `assumedBy` is not Lambda, and when a policy is
 * attached past `addToPolicy`.
 *
 * Adds one role, and a policy once something is granted; both are free of charge. Where `iam.Role.customizeRoles` has roles
 * made elsewhere, it adds neither, and what it would have allowed stands, as narrow, in the report.
 *
 * *Deployment*: the trust relies on Lambda passing `aws:SourceAccount` when it assumes a role. Trust policies that AWS
 * publishes for functions have the same condition (the second link); the Lambda Developer Guide does not say so in words.
 * A role has at most 10,240 characters of inline policies; what is more is moved into up to ten managed
 * policies of this stack, of 6,144 characters each. What still does not fit fails synthesis.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 * @see https://github.com/aws/agent-toolkit-for-aws/blob/main/skills/specialized-skills/serverless-skills/deploying-custom-domain-rest-api/scripts/lambda-trust-policy.json
 */
export class ScopedRole extends iam.Role {
  /**
   * A role that somebody else made, such as a platform team, for `role` of a function.
   *
   * Nothing in it is checked or narrowed when grants go to it, and the gate cannot see what its owner allows: the reason
   * stands in the metadata of the assembly for a reviewer.
   *
   * Throws when the reason is missing, and for a ScopedRole, which needs none.
   *
   * @param role the role, usually from `Role.fromRoleArn` or `Role.fromRoleName`
   * @param reason who owns the role, and why the function cannot have its own
   */
  public static existing(role: iam.IRole, reason: string): iam.IRole {
    if (role instanceof ScopedRole) {
      throw new Error(`${role.node.path}: a ScopedRole needs no 'ScopedRole.existing': pass it as it is`);
    }
    declareExisting(role, reason);
    return role;
  }

  private readonly own = new Set<iam.Policy>();
  private readonly granted: iam.PolicyStatement[] = [];
  private readonly statements = new GrantedStatements(this, () => inlineSize([...this.own]));
  private usedBy?: IConstruct;

  constructor(scope: Construct, id: string, props: ScopedRoleProps = {}) {
    refuseProps(scope, id, props);
    forgetReplacedRole(scope, id);
    const stack = Stack.of(scope);
    super(scope, id, {
      description: props.description,
      // A grant to another account names the role, which needs a name for that alone: otherwise none is written.
      roleName: props.roleName ?? PhysicalName.GENERATE_IF_NEEDED,
      path: props.path,
      permissionsBoundary: props.permissionsBoundary,
      maxSessionDuration: props.maxSessionDuration,
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    });

    const resource = this.node.defaultChild;
    if (resource instanceof iam.CfnRole) {
      enforce(this, resource, enforcedOnRole(stack.account, props.permissionsBoundary !== undefined));
      watchUseOfRole(this, resource);
      narrowResourcePoliciesFor(this);
    }
    // Once more when all is known: what another stack exports has its final name only now, and what is too long for one
    // policy has been moved to others.
    this.node.addValidation({
      validate: () => {
        const broad = settleGrants(this, this.granted);
        return broad.length > 0 ? broad : tooLongPolicies(this, this.inlinePolicyConstructs());
      },
    });
  }

  /**
   * Adds what the statement is meant to allow: patterns of L2 grants become exact actions on the kind of resource that
   * they apply to, what can have no effect is dropped.
   *
   * Throws for a `*` action, `*` as the resource of an action that AWS can limit to something, a `*` right behind the ARN of
   * a resource (`${bucket.bucketArn}*`, which others begin with, too), NotAction and NotResource.
   * `notResources` stands for policies of AWS IoT on identities of Cognito, which have no ARN: the error says how.
   */
  public override addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    const narrowed = narrowStatement(statement);
    const refusals = Refusals.of(this);
    for (const each of narrowed) refuseBroadStatement(each, refusals);
    refuseIneffective(statement, refusals);
    refusals.throwIfAny();

    notePlace(this, narrowed, ScopedRole.prototype.addToPrincipalPolicy);

    const policyDependable = new DependencyGroup();
    const written = narrowed.filter((each) => this.addChecked(each, policyDependable));
    if (written.length > 0) this.statements.add(statement, written, policyDependable);
    // Always added, even if nothing of it was left: an L2 that hears otherwise writes a resource policy instead.
    return { statementAdded: true, policyDependable };
  }

  /**
   * The same as `addToPrincipalPolicy`; always `true`.
   */
  public override addToPolicy(statement: iam.PolicyStatement): boolean {
    return this.addToPrincipalPolicy(statement).statementAdded;
  }

  /**
   * Refused, except for the managed policies that features of the Lambda L2s need: those arrive as exact statements.
   */
  public override addManagedPolicy(policy: iam.IManagedPolicy): void {
    const stack = Stack.of(this);
    const exact = exactPolicyOf(policy, stack);
    if (exact === undefined) {
      const refusals = Refusals.of(this);
      refusals.add(
        `the managed policy '${managedPolicyNameOf(policy, stack)}'`,
        'add the statements that the code needs with addToPolicy, so that the role does not change when the policy does',
      );
      refusals.throwIfAny();
    } else if (exact !== 'brought' && !this.node.tryFindChild(exact.id)) {
      this._addOwnPolicy(exact.id, exact.statements, exact.reason);
    }
  }

  /**
   * Refused: a policy that is attached is not checked. Use `addToPolicy` or a grant.
   */
  public override attachInlinePolicy(policy: iam.Policy): void {
    const isDefault = policy.node.scope === this && policy.node.id === 'DefaultPolicy';
    if (!isDefault && !this.own.has(policy)) {
      const refusals = Refusals.of(this);
      refusals.add(
        `the attached policy '${policy.node.path}'`,
        'use addToPolicy of the role, or a grant, where its statements are checked',
      );
      refusals.throwIfAny();
    }
    super.attachInlinePolicy(policy);
    if (isDefault) acknowledge(policy, inlinePolicies);
  }

  /**
   * Refused: only Lambda assumes the role of a function.
   */
  public override grantAssumeRole(identity: iam.IPrincipal): iam.Grant {
    const refusals = Refusals.of(this);
    refusals.add(
      `'grantAssumeRole' to '${String(identity)}'`,
      'make an iam.Role for it, with what it needs of what the function can do',
    );
    refusals.throwIfAny();
    return super.grantAssumeRole(identity);
  }

  /**
   * A policy that the construct itself answers for, apart from the grants, so that what is unavoidable in it hides nothing.
   *
   * @param reason why what is as broad as it is in this policy cannot be narrower
   *
   * @internal
   */
  public _addOwnPolicy(
    id: string,
    statements: readonly iam.PolicyStatement[],
    reason: string,
    scope: Construct = this,
  ): iam.Policy {
    const policy = new iam.Policy(scope, id, { statements: [...statements] });
    this.own.add(policy);
    if (!(this.node.defaultChild instanceof iam.CfnRole)) {
      // Roles are made elsewhere (`iam.Role.customizeRoles`): what is not attached is not written, and is reported instead.
      for (const statement of statements) super.addToPrincipalPolicy(statement);
      return policy;
    }
    policy.attachToRole(this);
    acknowledge(policy, inlinePolicies);
    for (const statement of statements) acknowledgeUnscopable(policy, statement, reason);
    const document = new iam.PolicyDocument({ statements: [...statements] });
    enforce(this, policy.node.defaultChild as iam.CfnPolicy, enforcedOnPolicy(document, this.roleName));
    return policy;
  }

  /**
   * Whether the role made the policy: for its grants, for what was too long for one policy, or apart from both.
   *
   * @internal
   */
  public _made(policy: IConstruct): boolean {
    const forGrants = policy.node.scope === this && /^(DefaultPolicy|OverflowPolicy\d+)$/.test(policy.node.id);
    return forGrants || (policy instanceof iam.Policy && this.own.has(policy));
  }

  /**
   * Notes the function that runs as this role.
   *
   * @internal
   */
  public _useFor(user: IConstruct): void {
    if (this.usedBy && this.usedBy !== user) {
      const refusals = Refusals.of(user);
      refusals.add(
        `the role '${this.node.path}' is that of '${this.usedBy.node.path}'`,
        'give each function its own role, so that neither can do what the other can',
      );
      refusals.throwIfAny();
    }
    this.usedBy = user;
  }

  private inlinePolicyConstructs(): IConstruct[] {
    const ofGrants = this.node.tryFindChild('DefaultPolicy');
    return [...this.own, ...(ofGrants ? [ofGrants] : [])];
  }

  /** Whether the statement went to the policy of the grants. */
  private addChecked(statement: iam.PolicyStatement, dependable: DependencyGroup): boolean {
    // A list that is only known after deployment cannot stand beside names in one statement that core merges.
    if (Token.isUnresolved(statement.resources)) {
      const policy = this._addOwnPolicy(
        `ListPolicy${this.own.size}`,
        [statement],
        'The names of the resources are only known after deployment.',
      );
      dependable.add(policy);
      return false;
    }
    const apart = policyWithoutResource(statement);
    if (apart) {
      const known = this.node.tryFindChild(apart.policy);
      dependable.add(known ?? this._addOwnPolicy(apart.policy, [statement], apart.reason));
      return false;
    }
    super.addToPrincipalPolicy(statement);
    const policy = this.node.tryFindChild('DefaultPolicy');
    if (policy instanceof iam.Policy) acknowledgeObjectWildcards(policy, statement);
    this.granted.push(statement);
    return true;
  }
}
