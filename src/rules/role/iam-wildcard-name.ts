import { resourceTypesOf } from '../../facts/actions';
import { isWholeService } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import type { Term } from '../../iam/term';
import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { judgeIdentityPolicies } from '../statements';
import { bucketThatGoesOn, goesOnAfterResource, goesOnAfterWritten, mayGoOn } from './reading/names-going-on';

function isOfS3(action: Term): boolean {
  return /^s3:/i.test(action.toString());
}

function worksOn(actions: readonly Term[], kind: 'bucket' | 'object'): boolean {
  return actions.some(
    (action) => isWholeService(action) || resourceTypesOf(action.toString()).some(({ name }) => name === kind),
  );
}

export default defineRule({
  id: 'iam-wildcard-name',
  severity: 'medium',
  title: 'a wildcard follows the name of the resource, and names others that begin so',
  why:
    '`arn:aws:s3:::books*` is also `books-private`, and `books-exports` of whoever takes that name: bucket names are shared by all accounts. ' +
    'Whoever steers where the code reads or writes reaches those too.',
  serviceDefault:
    '`*` in a resource stands for any number of characters, slashes and colons included (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).',
  fix: 'write what the wildcard is for behind a separator: `/*` for objects, `/index/*` for indexes, `:*` for versions; and the ARN itself where it is needed',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'Names that are families pass (`orders-*`), and those of log groups and secrets, whose ARNs go on. A literal name is judged where the bucket is in the app or the statement names the ARN without the wildcard too; ' +
    'it is low where all that tells is that the statement is about the bucket and its objects.',
  appliesTo: identityPolicyTypes,
  check: (holder, app) =>
    judgeIdentityPolicies(holder, ({ statement, at }) => {
      if (!statement.resources?.some((term) => /[^/:*?-][*?]/.test(term.toString()))) return [];
      const written = statement.resources.map(String);
      const aboutBoth = worksOn(statement.actions, 'bucket') && worksOn(statement.actions, 'object');
      return at.read('Resource').items.map((item: Value, index) => {
        const name = goesOnAfterResource(item.resolved, app) ?? goesOnAfterWritten(written[index] ?? '', written);
        if (name) return fail(item, { wanted: `"${name.exact}${name.below}"` });
        const bucket = bucketThatGoesOn(written[index] ?? '');
        if (mayGoOn(item.resolved)) {
          const because = 'it may be the name of a bucket, or the beginning of several';
          return statement.actions.some(isOfS3) ? unknown(item, because) : pass();
        }
        return bucket && aboutBoth ? fail(item, { wanted: `"${bucket}" and "${bucket}/*"`, severity: 'low' }) : pass();
      });
    }),
});
