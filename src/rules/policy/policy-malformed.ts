import { placedStatements } from '../../iam/placed-statements';
import { policiesIn, policyHolderTypes } from '../../iam/policy-places';
import type { PolicyKind } from '../../iam/policy-places';
import type { Statement } from '../../iam/statement';
import type { Term } from '../../iam/term';
import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';

/** What each statement needs, of which one, by the kind of policy. */
const needed: Readonly<Record<PolicyKind, readonly (readonly string[])[]>> = {
  identity: [['Effect'], ['Action', 'NotAction'], ['Resource', 'NotResource']],
  trust: [['Effect'], ['Action', 'NotAction'], ['Principal', 'NotPrincipal']],
  resource: [['Effect'], ['Action', 'NotAction'], ['Principal', 'NotPrincipal'], ['Resource', 'NotResource']],
};

export default defineRule({
  id: 'policy-malformed',
  severity: 'medium',
  title: 'the policy is one that AWS refuses',
  why:
    'A statement without one of its elements, or a policy without a statement, fails the deployment as a ' +
    '`MalformedPolicyDocument`. Where it stood as a denial or a limit, what people repair in a hurry is often the limit.',
  serviceDefault:
    'IAM and the services check the grammar of a policy when it is written and refuse the request ' +
    '(https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).',
  fix: 'give each statement an `Effect`, an `Action`, and what the kind of policy needs: `Resource`, `Principal`, or both',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  appliesTo: policyHolderTypes,
  check: (holder) =>
    policiesIn(holder).flatMap(({ document, kind }) => {
      if (!document.isKnown && !document.isObject) return [];
      const { statements, because } = placedStatements(document);
      if (because !== undefined) return [];
      if (statements.length === 0) return [fail(document, { wanted: 'at least one statement' })];
      return statements.flatMap(({ statement, at }) => {
        if (isComplete(statement, kind)) return [];
        return needed[kind].flatMap((elements) => {
          const written = elements.map((element) => at.read(element));
          if (written.every(isEmpty)) return [fail(written[0], { wanted: `\`${elements.join('` or `')}\`` })];
          return written.filter(isNoEffect).map((effect) => fail(effect, { wanted: '"Allow" or "Deny"' }));
        });
      });
    }),
});

/** Whether all that a statement needs is there, and known: what most statements are is told without looking at each element. */
function isComplete(statement: Statement, kind: PolicyKind): boolean {
  const { effect, actions, notActions, principal, notPrincipal, resources, notResources } = statement;
  const named = (principal ?? notPrincipal)?.named.map(({ term }) => term);
  return (
    effect !== undefined &&
    areThere(notActions ?? actions) &&
    (kind === 'identity' || areThere(named)) &&
    (kind === 'trust' || areThere(resources ?? notResources))
  );
}

function areThere(terms: readonly Term[] | undefined): boolean {
  return terms !== undefined && terms.length > 0 && terms.every(({ known }) => known !== undefined && known !== '');
}

function isEmpty(value: Value): boolean {
  if (value.isAbsent) return true;
  return (
    (value.isList && value.items.length === 0) || (value.isObject && value.entries.every(([, entry]) => entry.isAbsent))
  );
}

function isNoEffect(value: Value): boolean {
  return value.path.at(-1) === 'Effect' && value.isKnown && !value.is('Allow', 'Deny');
}
