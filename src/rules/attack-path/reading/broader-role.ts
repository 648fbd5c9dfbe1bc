import { grantingOf } from './granting';
import type { Granting } from './granting';
import { expandActions } from '../../../facts/actions';
import type { Application, Resource } from '../../../template';

/** What every function does for itself. */
const common = /^(logs|xray):/i;

/** Something that one role may do and another may not, as a finding tells it; `undefined` where there is nothing. */
export function morePermissions(of: Resource, than: Resource, app: Application): string | undefined {
  const own = grantingOf(than, app).granting;
  for (const other of grantingOf(of, app).granting) {
    for (const action of exampleActions(other)) {
      const more = other.resources.find(({ arn }) => !own.some((one) => mayDo(one, action, arn)));
      if (more) return `${action} on ${more.target?.logicalId ?? more.arn}`;
    }
  }
  return undefined;
}

function mayDo({ statement }: Granting, action: string, arn: string): boolean {
  return statement.matchesAction(action) !== 'no' && statement.matchesResource(arn) !== 'no';
}

function exampleActions({ statement }: Granting): readonly string[] {
  const patterns = statement.actions
    .map(({ known }) => known ?? '')
    .filter((text) => text !== '' && !common.test(text));
  return patterns.flatMap((pattern) => {
    if (pattern === '*') return ['iam:CreateUser', 's3:GetObject'];
    return /[*?]/.test(pattern) ? expandActions(pattern) : [pattern];
  });
}
