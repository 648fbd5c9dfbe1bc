import { inReference, judgeName } from './reading/action-names';
import { placedStatements } from '../../iam/placed-statements';
import type { PlacedStatement } from '../../iam/placed-statements';
import { everyPolicyHolder, everyPolicyIn } from '../../iam/policy-places';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import type { Result } from '../results';

export default defineRule({
  id: 'policy-unknown-action',
  severity: 'medium',
  title: 'the policy names an action that AWS does not have',
  why:
    'In a denial, or in what an `Allow` with `NotAction` leaves out, a mistyped action takes nothing away: whoever it was to keep ' +
    'out does what the policy seems to forbid. In a permission it gives nothing, and what is granted in a hurry instead is everything.',
  serviceDefault:
    'IAM takes a policy with an action that it does not know, lists it as uncategorized, and neither allows nor denies anything for it ' +
    '(https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-action).',
  fix: 'write the name of the action as the service authorization reference has it; let `grant…` methods write the statement',
  references: { owaspServerless: ['S5', 'S6'], csaServerless: ['SAS-3', 'SAS-4'], cwe: ['CWE-732'] },
  notes:
    'Low where only a permission is missing. Never an error, and "cannot tell" where no action is near: AWS adds actions and ' +
    'services every week, and the table has the day on which it was made. Actions that AWS has given up are left alone.',
  appliesTo: [...everyPolicyHolder, 'AWS::Lambda::Permission', 'AWS::Events::EventBusPolicy'],
  check: (holder) => {
    if (holder.is('AWS::Lambda::Permission')) return judgeName(holder.read('Action'), 'low');
    if (holder.is('AWS::Events::EventBusPolicy')) return judgePermission(holder);
    return everyPolicyIn(holder).flatMap((document) => placedStatements(document).statements.flatMap(judge));
  },
});

/** It is a statement, or an action with older properties around it. */
function judgePermission(permission: Resource): readonly Result[] {
  const severity = permission.read('Statement.Effect').is('Deny') ? 'medium' : 'low';
  const names = [permission.read('Action'), ...permission.read('Statement.Action').items];
  return names.map((name) => judgeName(name, severity));
}

function judge({ statement, at }: PlacedStatement): readonly Result[] {
  const { effect, actions, notActions } = statement;
  const element = notActions ? 'NotAction' : 'Action';
  const names = notActions ?? actions;
  if (names.every((name) => name.ask(inReference) === true)) return [];
  // What takes nothing away lets somebody in; what gives nothing keeps somebody out.
  const letsIn = (effect === 'Deny') !== (element === 'NotAction');
  return at.read(element).items.map((name) => judgeName(name, letsIn ? 'medium' : 'low'));
}
