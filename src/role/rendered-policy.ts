import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { flatten } from './object-wildcards';
import { refuseBroadStatement, type StatementParts } from './statement-refusals';
import { branchesOf } from '../enforced/branches';
import { render } from '../enforced/enforced';
import { Refusals } from '../refusals/refusals';

interface RenderedStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

interface WrittenDocument {
  readonly Statement?: unknown;
}

/** What is broader than the role lets in, in a policy as it will be written. */
export function broadStatementsOf(policy: IConstruct | undefined): string[] {
  if (!policy || !CfnResource.isCfnResource(policy)) return [];
  const stack = Stack.of(policy);
  const { PolicyDocument: document } = (render(policy)?.Properties ?? {}) as { PolicyDocument?: unknown };
  const refusals = Refusals.of(policy);
  for (const statement of list(stack, document).flatMap((each) => list(stack, (each as WrittenDocument).Statement))) {
    refuseBroadStatement(partsOf(stack, statement as RenderedStatement), refusals);
  }
  return refusals.asViolations();
}

function partsOf(stack: Stack, statement: RenderedStatement): StatementParts {
  const texts = (value: unknown) => list(stack, value).map(flatten);
  return {
    effect: String(statement.Effect),
    actions: texts(statement.Action),
    notActions: texts(statement.NotAction),
    resources: texts(statement.Resource),
    notResources: texts(statement.NotResource),
    conditions: (statement.Condition ?? {}) as Record<string, unknown>,
  };
}

/** What can stand in a list of the template, in any branch of it. */
function list(stack: Stack, value: unknown): unknown[] {
  return branchesOf(stack, value)
    .flat()
    .flatMap((item) => branchesOf(stack, item))
    .filter((item) => item !== undefined && item !== null);
}
