import type { Granting } from './rights';
import { findManagedPolicy } from '../../../facts/managed-policies';
import { PolicyDocument } from '../../../iam';
import type { Value } from '../../../template';

/** The statements of a managed policy of AWS, all of them at the place that names it; `undefined` for one not known. */
export function managedStatements(arn: Value): readonly Granting[] | undefined {
  const policy = arn.text === undefined ? undefined : findManagedPolicy(arn.text);
  return policy?.statements.flatMap(({ actions, resources }) => {
    const json = { Effect: 'Allow', Action: actions, Resource: resources };
    const [statement] = PolicyDocument.of({ Version: '2012-10-17', Statement: json }).statements;
    const covers = (action: string) => statement.matchesAction(action) !== 'no';
    return [{ statement, places: [{ at: arn, covers }], resources: resources.map((resource) => ({ arn: resource })) }];
  });
}
