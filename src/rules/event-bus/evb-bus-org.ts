import { isPatternFor } from '../../iam/broad-patterns';
import type { Condition } from '../../iam/condition';
import { accountNamed, isHomeAccount } from '../../iam/home-account';
import { isPositive } from '../../iam/limiting-conditions';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeAllowed } from '../statements';
import { busPolicy, busPolicyTypes, principalWithoutStatement } from './reading/bus-policies';

const limiting =
  /^(events:(source|detail-type|creatoraccount)|aws:(principalorgid|principalorgpaths|sourcearn|sourceorgid))$/i;

function limits({ key, operator }: Condition): boolean {
  return limiting.test(key) && isPositive(operator);
}

function isOther(principal: string, holder: Resource): boolean {
  const account = accountNamed(principal);
  return account !== undefined && !/[*?]/.test(account) && !isHomeAccount(account, holder);
}

export default defineRule({
  id: 'evb-bus-org',
  severity: 'medium',
  title: 'another account may send any event to the bus',
  why: 'The account is trusted with every event that rules wait for, also those of other applications, and stays so when it leaves the organization.',
  serviceDefault:
    'What a policy allows holds for all sources and kinds of events unless it has conditions on them (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html).',
  fix: 'add a condition on `aws:PrincipalOrgID`, or on `events:source` and `events:detail-type`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-9'], cwe: ['CWE-284'] },
  notes:
    'An account number is that of another account unless the stack is known to be deployed to it. Principal `*` is the matter of `evb-bus-public`.',
  appliesTo: busPolicyTypes,
  check: (holder) => {
    const principal = principalWithoutStatement(holder);
    const older =
      principal && isOther(principal.text ?? '', holder)
        ? [fail(principal, { wanted: 'a condition on the organization' })]
        : [];
    const ofStatements = judgeAllowed(busPolicy(holder), ({ statement, at }) => {
      const isOpen =
        statement.actions.some((action) => isPatternFor(action, 'events:PutEvents')) &&
        !statement.conditions.some(limits);
      const hasOther = (statement.principal?.named ?? []).some(({ term }) => isOther(term.toString(), holder));
      return isOpen && hasOther
        ? fail(at.read('Principal'), { wanted: 'a condition on the organization or the source' })
        : [];
    });
    return [...older, ...ofStatements];
  },
});
