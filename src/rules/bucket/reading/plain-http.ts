import { isWholeService } from '../../../iam/broad-patterns';
import type { Condition } from '../../../iam/condition';
import { isEverybody } from '../../../iam/everybody';
import { placedStatements } from '../../../iam/placed-statements';
import { arnOf } from '../../../iam/reference-text';
import type { Statement } from '../../../iam/statement';
import { all, some, truthOf } from '../../../iam/truth';
import type { Truth } from '../../../iam/truth';
import type { Resource, Value } from '../../../template';

/**
 * Whether policies together deny everybody everything over plain HTTP, on the bucket and on all of its objects.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-HTTP-HTTPS
 */
export function denyPlainHttp(documents: readonly Value[], bucket: Resource | undefined): Truth {
  const policies = documents.map((document) => placedStatements(document));
  const denying = policies.flatMap(({ statements }) =>
    statements
      .map(({ statement }) => ({ statement, truth: deniesPlainHttp(statement) }))
      .filter(({ truth }) => truth !== 'no'),
  );
  const covered = (covers: (statement: Statement) => Truth) =>
    some(denying.map(({ statement, truth }) => all([truth, covers(statement)])));
  const denied = bucket
    ? all([
        covered((statement) => coversResource(statement, arnOf(bucket)!)),
        covered((statement) => coversResource(statement, `${arnOf(bucket)!}/\${any object}`)),
      ])
    : covered(() => 'yes');
  const unread = policies.some(({ because }) => because !== undefined);
  return denied === 'no' && unread ? 'unknown' : denied;
}

function deniesPlainHttp(statement: Statement): Truth {
  if (statement.effect !== 'Deny' || statement.conditions.length === 0) return 'no';
  return all([
    isEverybody(statement.principal),
    truthOf(statement.actions.some((action) => isWholeService(action) && /^(\*|s3)/i.test(action.toString()))),
    all(statement.conditions.map(isTrueOfPlainHttp)),
  ]);
}

/**
 * Over plain HTTP `aws:SecureTransport` is false, and `s3:TlsVersion` is not there: only `…IfExists` holds then.
 */
export function isTrueOfPlainHttp({ operator, key, values }: Condition): Truth {
  const name = `${operator} ${key}`.toLowerCase();
  if (name === 'numericlessthanifexists s3:tlsversion') return 'yes';
  if (!/^bool(ifexists)? aws:securetransport$/.test(name)) return truthOf(false);
  return some(
    values.map((value) => (value.known === undefined ? 'unknown' : truthOf(value.known.toLowerCase() === 'false'))),
  );
}

/** A partition that is written out is the one that the bucket is in. */
export function coversResource(statement: Statement, arn: string): Truth {
  const truth = statement.matchesResource(arn);
  const hasUnknown = (statement.resources ?? []).some((resource) => resource.known === undefined);
  return truth === 'unknown' && !hasUnknown ? 'yes' : truth;
}
