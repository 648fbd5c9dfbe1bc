import { isPositive } from '../../../iam/limiting-conditions';
import type { Statement } from '../../../iam/statement';

const issuer = 'token.actions.githubusercontent.com';

/**
 * Claims that say which branch, environment or workflow it is, or who started it. What STS does not know is in no request, and lets nobody in.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 * @see https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/
 */
const narrowing = ['ref', 'environment', 'job_workflow_ref', 'actor', 'actor_id', 'workflow_ref', 'ref_protected'].map(
  (claim) => `${issuer}:${claim}`,
);

/** A subject of every branch of a repository: `repo:octo-org/shop:*`, or of every pull request. */
function isOfAnyBranch(subject: string): boolean {
  return /^repo:[^:*?]+\/[^:*?]+(\*|:\*|:pull_request|:ref:\*|:ref:refs\/\*|:ref:refs\/heads\/\*)$/.test(subject);
}

/** The subjects in a trust policy that any branch or pull request has, where no other claim narrows them. */
export function subjectsOfAnyBranch({ conditions }: Statement): readonly string[] {
  if (conditions.some(({ key, operator }) => isPositive(operator) && narrowing.includes(key.toLowerCase()))) return [];
  return conditions
    .filter(({ key, operator }) => isPositive(operator) && key.toLowerCase() === `${issuer}:sub`)
    .flatMap(({ values }) => values.map(String))
    .filter(isOfAnyBranch);
}
