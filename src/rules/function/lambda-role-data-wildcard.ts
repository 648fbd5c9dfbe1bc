import { accessLevelOf, expandActions } from '../../facts/actions';
import { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { allowancesOf } from './reading/allowed-actions';
import { executionRoleTypes, judgeExecutionRole } from './reading/execution-role';

/** Services that keep the data of an app, the keys that it is encrypted with, and its events. */
const stores = /^(?:dynamodb|s3|sqs|sns|kinesis|secretsmanager|ssm|rds-data|es|elasticfilesystem|events|kms):.*[^*?]/i;

/** What a pattern names that begins with a wildcard, such as `dynamodb:*Item`: items, with all that is done to them. */
const ofSingleOnes = /:Delete(?:Item|Message|Object|ObjectVersion)$/;

/** What `grantDelete` and `grantReadWrite` of the CDK write for whom deletes objects, which is what was asked for. */
const meantByGrants = 's3:deleteobject*';

/** What a pattern covers, beside the action that it begins with, that deletes or opens to others: the plainest of it. */
function harmIn(action: Term): string | undefined {
  const pattern = action.toString();
  if (!pattern.includes('*') || !stores.test(pattern)) return undefined;
  if (pattern.toLowerCase() === meantByGrants) return undefined;
  const meant = pattern.replace(/\*+$/, '').toLowerCase();
  const [plainest] = expandActions(pattern)
    .filter(
      (name) =>
        name.toLowerCase() !== meant &&
        !(/:[*?]/.test(pattern) && ofSingleOnes.test(name)) &&
        (/:(?:Delete|Purge|Remove|ScheduleKeyDeletion)/.test(name) || accessLevelOf(name) === 'Permissions management'),
    )
    .sort((one, other) => one.length - other.length);
  return plainest;
}

export default defineRule({
  id: 'lambda-role-data-wildcard',
  severity: 'medium',
  title: 'a pattern lets the function delete data or open it to others',
  why:
    'A pattern such as `s3:Delete*` covers more than was meant: bucket policies, versions, whole buckets. ' +
    'Whoever makes the function run code of theirs can do all of it.',
  serviceDefault:
    'A role without policies allows nothing (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'name the actions that the function calls in `Action`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], fsbp: ['IAM.21'], cwe: ['CWE-250'] },
  notes:
    'Whole services (`s3:*`) are the matter of `lambda-role-star`; patterns that only read or write pass, so does `dynamodb:*Item` (not `dynamodb:*Table*`), and so does `s3:DeleteObject*`, which `grantDelete` and `grantReadWrite` of the CDK write.',
  appliesTo: executionRoleTypes,
  check: (resource, app) =>
    judgeExecutionRole(resource, app, (role) =>
      allowancesOf(role, app).actions.flatMap(({ pattern, at, isOfAws = false }) => {
        const harm = isOfAws ? undefined : Term.of(pattern).ask(harmIn);
        if (!harm) return [];
        return fail(at, { got: `"${pattern}", which covers ${harm}`, wanted: 'the actions that the function calls' });
      }),
    ),
});
