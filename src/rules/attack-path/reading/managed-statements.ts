import type { Granting } from './granting';
import { findManagedPolicy } from '../../../facts/managed-policies';
import type { AwsManagedPolicy } from '../../../facts/managed-policies';
import { PolicyDocument } from '../../../iam';
import type { Statement } from '../../../iam';
import type { Value } from '../../../template';

/** The statements of a managed policy of AWS, all of them at the place that names it; `undefined` for one not known. */
export function managedStatements(arn: Value): readonly Granting[] | undefined {
  const policy = arn.text === undefined ? undefined : findManagedPolicy(arn.text);
  if (!policy) return undefined;
  const statements = known.get(policy) ?? statementsOf(policy);
  known.set(policy, statements);
  return statements.map((statement, index) => ({
    statement,
    places: [{ at: arn, covers: (action: string) => statement.matchesAction(action) !== 'no' }],
    resources: policy.statements[index].resources.map((resource) => ({ arn: resource })),
  }));
}

const known = new Map<AwsManagedPolicy, readonly Statement[]>();

function statementsOf({ statements }: AwsManagedPolicy): readonly Statement[] {
  return statements.map(({ actions, resources, condition }) => {
    const json = { Effect: 'Allow', Action: actions, Resource: resources, ...(condition && { Condition: condition }) };
    return PolicyDocument.of({ Version: '2012-10-17', Statement: json }).statements[0];
  });
}

export function isOfAws(nameOrArn: string): boolean {
  return nameOrArn.includes(':iam::aws:policy/');
}
