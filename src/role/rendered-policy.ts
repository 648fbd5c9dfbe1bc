import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { flatten } from './object-wildcards';
import { refuseBroadStatement, type StatementParts } from './statement-refusals';
import { render } from '../enforced/enforced';
import { Refusals, SecurityRefusal } from '../refusals/refusals';

interface RenderedStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
}

/** What is broader than the role lets in, in a policy as it will be written. */
export function broadStatementsOf(policy: IConstruct | undefined): string[] {
  if (!policy || !CfnResource.isCfnResource(policy)) return [];
  const properties = render(policy)?.Properties as { PolicyDocument?: { Statement?: RenderedStatement[] } } | undefined;
  const refusals = Refusals.of(policy);
  for (const statement of properties?.PolicyDocument?.Statement ?? []) {
    refuseBroadStatement(partsOf(statement), refusals);
  }
  try {
    refusals.throwIfAny();
    return [];
  } catch (error) {
    if (error instanceof SecurityRefusal) return [error.message];
    throw error;
  }
}

function partsOf(statement: RenderedStatement): StatementParts {
  return {
    effect: String(statement.Effect),
    actions: list(statement.Action),
    notActions: list(statement.NotAction),
    resources: list(statement.Resource),
    notResources: list(statement.NotResource),
  };
}

function list(value: unknown): string[] {
  return value === undefined ? [] : [value].flat().map(flatten);
}
