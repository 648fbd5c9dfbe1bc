import { isEverybody } from '../../../iam/everybody';
import { placedStatements } from '../../../iam/placed-statements';
import { arnOf } from '../../../iam/reference-text';
import type { Statement } from '../../../iam/statement';
import { all, some, truthOf } from '../../../iam/truth';
import type { Truth } from '../../../iam/truth';
import type { Resource, Value } from '../../../template';
import { coversResource, isTrueOfPlainHttp } from '../../bucket/reading/plain-http';
import { fail, pass, unknown } from '../../results';
import type { Result } from '../../results';

/** Demands that the policies of a queue or a topic together deny everybody some actions over plain HTTP. */
export function demandNoPlainHttp(holder: Resource, documents: readonly Value[], actions: readonly string[]): Result {
  const policies = documents.map((document) => placedStatements(document));
  const statements = policies.flatMap((policy) => policy.statements.map(({ statement }) => statement));
  const denied = all(
    actions.map((action) => some(statements.map((statement) => deniesPlainHttp(statement, action, arnOf(holder)!)))),
  );
  if (denied === 'yes') return pass();
  const unread = documents.find((_, index) => policies[index].because !== undefined);
  if (denied === 'unknown' || unread) {
    return unknown(unread ?? documents[0], 'what the policy denies is only known after deployment');
  }
  const got = documents.length === 0 ? 'no policy' : 'a policy that does not';
  return fail(holder, { got, wanted: `a policy that denies everybody ${actions.join(' and ')} over plain HTTP` });
}

function deniesPlainHttp(statement: Statement, action: string, arn: string): Truth {
  if (statement.effect !== 'Deny' || statement.conditions.length === 0) return 'no';
  return all([
    isEverybody(statement.principal),
    statement.matchesAction(action),
    coversResource(statement, arn),
    all(statement.conditions.map(isTrueOfPlainHttp)),
    truthOf(statement.principal !== undefined),
  ]);
}
