import { arnPatternsOf } from '../../facts/actions';
import { isEveryResource, mayBeEveryResource } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { limitsResources } from '../../iam/limiting-conditions';
import { Term } from '../../iam/term';
import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { judgeIdentityPolicies } from '../statements';
import { isEveryNamed, narrowableActions, worksOnAll } from './reading/narrowable';

function mayBeWide(resource: Term): boolean {
  return resource.known === undefined || isEveryResource(resource) || isEveryNamed(resource);
}

/** The ARN that the first action can be limited to. */
function formsFor([first]: readonly string[]): string {
  return first.includes('*')
    ? 'the resources that are needed'
    : `a resource such as ${arnPatternsOf(first).join(' or ')}`;
}

export default defineRule({
  id: 'iam-wildcard-resource',
  severity: 'medium',
  title: 'an action that can be limited to a resource is allowed on all',
  why:
    'A function that needs one table may read all of them, also those of other applications in the account. ' +
    'What an attacker can reach is decided by the resource.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'name the resource: its `Arn` with `Fn::GetAtt`, or a `grant…` method of the construct',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'All functions, tables, state machines, streams, buses or parameters of an account (`function:*`) are all that the action works on, too. ' +
    'Actions that AWS cannot limit to a resource pass, and statements with a condition on the resource (its tags, or a key of its service). ' +
    'Every action of a service is found by `iam-wildcard-action` as well: both ends have to be narrowed.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, ({ statement, at }) => {
      if (!statement.resources?.some(mayBeWide)) return [];
      const isWide = ({ resolved }: Value, index: number) =>
        mayBeEveryResource(resolved) ||
        isEveryResource(statement.resources![index]) ||
        isEveryNamed(statement.resources![index]);
      const wide = at.read('Resource').items.filter(isWide);
      if (wide.length === 0 || statement.conditions.some(limitsResources)) return [];
      const narrowable = statement.actions.flatMap(narrowableActions);
      return wide.flatMap((resource) => {
        const actions = worksOnAll(Term.of(resource.resolved), narrowable);
        if (actions.length === 0) return [];
        const got = `${resource} for ${actions.slice(0, 3).join(', ')}`;
        return resource.isUnknown ? unknown(resource) : fail(resource, { got, wanted: formsFor(actions) });
      });
    }),
});
