import { isEveryAction } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

const isEverything = (resource: string) => /^[*?:]*\*[*?:]*$/.test(resource);

export default defineRule({
  id: 'iam-admin',
  severity: 'high',
  title: 'the policy allows everything on everything',
  why: 'Whoever gets hold of one credential of this identity, through a bug in a dependency or a leaked log line, owns the account: data, users, bills, and the trail of what they did.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'list the actions and the resources that are needed; let `grant…` methods write the statement',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], fsbp: ['IAM.1', 'IAM.21'], cwe: ['CWE-250'] },
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) =>
      (placed.statement.resources ?? []).some((resource) => isEverything(resource.toString()))
        ? actionsThat(placed, isEveryAction).map((action) => fail(action, { wanted: 'the actions that are needed' }))
        : [],
    ),
});
