import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeAllowed } from '../statements';
import { deployingActions } from './reading/deployment-power';
import { subjectsOfAnyBranch } from './reading/github-subjects';
import { worstOf } from './reading/harm';
import { pathOf } from './reading/path';

export default defineRule({
  id: 'oidc-any-branch-deploys',
  severity: 'medium',
  title: 'every branch of the repository may deploy',
  why:
    'Somebody who may push a branch, or who got hold of a token of one who may, adds a workflow to it; the token of that run assumes the role, and the role changes functions or permissions. ' +
    'The review that guards the main branch was never asked.',
  serviceDefault:
    'AWS checks whose token it is by the conditions alone; the subject of GitHub names the branch, the environment or the pull request (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub).',
  fix: 'ask for one branch or environment: `repo:octo-org/shop:ref:refs/heads/main`, `repo:octo-org/shop:environment:production`',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-4', 'SAS-9'], cwe: ['CWE-863', 'CWE-829'] },
  notes:
    'Only roles that may change code, stacks or permissions, or assume others. Trust without a repository is the matter of `oidc-trust-wide`.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => {
    const trust = role.read('AssumeRolePolicyDocument');
    const worst = worstOf(role, app, deployingActions);
    if (typeof worst !== 'object') return [];
    return judgeAllowed(trust, ({ statement, at }) => {
      const [subject] = subjectsOfAnyBranch(statement);
      if (subject === undefined) return [];
      const got = pathOf(subject, role, worst.told);
      return fail(at.read('Condition'), { got, wanted: 'one branch or environment' });
    });
  },
});
