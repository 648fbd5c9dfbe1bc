import { AspectPriority, Aspects, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { DependencyGroup, IConstruct } from 'constructs';
import { lateResources } from './late-resources';
import { mergedStatements } from './merged-statements';
import { narrowStatement } from './statement-narrowing';
import { refuseBroadStatement } from './statement-refusals';
import { roleQuotas } from '../facts/role-quotas';
import { Refusals } from '../refusals/refusals';

interface Given {
  /** What the caller holds, who may add a condition to it after the grant. */
  readonly statement: iam.PolicyStatement;
  readonly dependable: DependencyGroup;
}

/**
 * What a role was granted, and what its policy says in the end.
 *
 * A statement is read once more when everything is there: a condition that was added to the statement of a grant counts,
 * an index that a table did not get does not. What is left is merged before aws-cdk-lib moves what is too long for one
 * policy to others.
 */
export class GrantedStatements {
  private readonly given: Given[] = [];
  /** Those in the document of the policy that were put there here. */
  private readonly written = new Set<iam.PolicyStatement>();
  private isSettled = true;
  private hasRoom = false;

  /**
   * @param reserved how many of the characters of inline policies others of the role take
   */
  constructor(
    private readonly role: iam.Role,
    private readonly reserved: () => number,
  ) {
    const visit = (settle: () => void) => ({ visit: (node: unknown) => (node === role ? settle() : undefined) });
    Aspects.of(role).add(
      visit(() => this.settle()),
      { priority: AspectPriority.MUTATING - 1 },
    );
    // Aspects grant, too, and policies for what was too long for one are there by now.
    Aspects.of(role).add(
      visit(() => this.finish()),
      { priority: AspectPriority.READONLY },
    );
  }

  /** What was written for a statement that the caller keeps. */
  public add(
    statement: iam.PolicyStatement,
    narrowed: readonly iam.PolicyStatement[],
    dependable: DependencyGroup,
  ): void {
    this.given.push({ statement, dependable });
    for (const each of narrowed) this.written.add(each);
    this.isSettled = false;
  }

  private finish(): void {
    const overflow = this.role.node.children.filter((child) => child instanceof iam.ManagedPolicy);
    if (overflow.length === 0) this.settle();
    const policy = this.role.node.tryFindChild('DefaultPolicy');
    for (const { dependable } of this.given) dependable.add(...(policy ? [policy] : []), ...overflow);
    if (policy instanceof iam.Policy && policy.document.isEmpty && overflow.length > 0) leaveOut(policy);
  }

  private settle(): void {
    const policy = this.role.node.tryFindChild('DefaultPolicy');
    if (this.isSettled || !(policy instanceof iam.Policy)) return;
    this.isSettled = true;

    const merged = mergedStatements(
      Stack.of(this.role),
      this.given.flatMap(({ statement }) => this.late(statement)),
    );
    const statements = statementsOf(policy.document);
    const others = statements.filter((statement) => !this.written.has(statement));
    statements.splice(0, statements.length, ...merged, ...others);
    for (const statement of merged) this.written.add(statement);
    if (!this.hasRoom) leaveRoom(policy.document, this.reserved);
    this.hasRoom = true;
  }

  private late(statement: iam.PolicyStatement): iam.PolicyStatement[] {
    statement.freeze();
    const resources = lateResources(Stack.of(this.role), statement.resources);
    if (statement.resources.length > 0 && resources.length === 0) return [];
    const narrowed = narrowStatement(statement.copy({ resources }));
    const refusals = Refusals.of(this.role);
    for (const each of narrowed) refuseBroadStatement(each, refusals);
    refusals.throwIfAny();
    return narrowed;
  }
}

/** The list itself: there is no other way to take a statement out of a document again. */
function statementsOf(document: iam.PolicyDocument): iam.PolicyStatement[] {
  return (document as unknown as { readonly statements: iam.PolicyStatement[] }).statements;
}

/**
 * Writes nothing for a policy of which all was moved to others. aws-cdk-lib takes it for referred to as soon as a role has two
 * policies, whose names it compares, and fails without a word of why.
 */
function leaveOut(policy: iam.Policy): void {
  (policy as unknown as { referenceTaken: boolean }).referenceTaken = false;
}

interface Splittable {
  _splitDocument(scope: IConstruct, inline: number, managed: number): unknown;
}

/**
 * Moves more to other policies than aws-cdk-lib would, which does not count what else is inline, nor all characters: all of
 * it together has to fit.
 */
function leaveRoom(document: iam.PolicyDocument, reserved: () => number): void {
  const splittable = document as unknown as Splittable;
  const split = splittable._splitDocument.bind(document);
  const { inlineCharacters, managedCharacters } = roleQuotas;
  splittable._splitDocument = (scope) =>
    split(scope, sure * Math.max(inlineCharacters - reserved(), 0), sure * managedCharacters);
}

/** How much of a quota is sure to fit: aws-cdk-lib counts neither sids nor what stands around conditions. */
const sure = 0.9;
