import { isEveryAction, isWholeService } from '../../iam/broad-patterns';
import { letsStrangersIn } from '../../iam/everybody';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, failIf, judgeAllowed } from '../statements';

const wanted = '"sts:AssumeRole"';

export default defineRule({
  id: 'iam-trust-wildcard',
  severity: 'critical',
  title: 'everybody may assume the role',
  why: 'Anybody with any AWS account takes the role and does what it may do, from outside and without a trace in their own name.',
  serviceDefault:
    'Nobody may assume a role whom its trust policy does not name (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html).',
  fix: 'name who assumes the role in `Principal` and `sts:AssumeRole` in `Action`; for a whole organization keep `*` and add `StringEquals: { aws:PrincipalOrgID }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'Medium where all actions of one service are allowed: those of STS take over names, tags and sessions as well. ' +
    "The root of one's own account is no finding; other accounts are the question of `iam-trust-external-id`. " +
    'An external id is no secret and limits nobody (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html).',
  appliesTo: 'AWS::IAM::Role',
  check: (role) =>
    judgeAllowed(role.read('AssumeRolePolicyDocument'), (placed) => [
      failIf(letsStrangersIn(placed.statement), placed.at.read('Principal'), { wanted: 'a named principal' }),
      ...actionsThat(placed, isEveryAction).map((action) => fail(action, { wanted })),
      ...actionsThat(placed, (action) => isWholeService(action) && !isEveryAction(action)).map((action) =>
        fail(action, { wanted, severity: 'medium' }),
      ),
    ]),
});
