import { placedStatements } from '../../iam/placed-statements';
import { policiesIn, policyHolderTypes } from '../../iam/policy-places';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsIn, isComplete, isEmpty, isNoEffect, isOfNoService, neededElements } from './reading/grammar';

export default defineRule({
  id: 'policy-malformed',
  severity: 'medium',
  title: 'the policy is one that AWS refuses',
  why:
    'A statement without one of its elements, an action without its service, or a policy without a statement, fails the deployment as a ' +
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
        return neededElements[kind].flatMap((elements) => {
          const written = elements.map((element) => at.read(element));
          if (written.every(isEmpty)) return [fail(written[0], { wanted: `\`${elements.join('` or `')}\`` })];
          return [
            ...written.filter(isNoEffect).map((effect) => fail(effect, { wanted: '"Allow" or "Deny"' })),
            ...actionsIn(written)
              .filter(isOfNoService)
              .map((action) => fail(action, { wanted: 'an action with its service, such as `s3:GetObject`' })),
          ];
        });
      });
    }),
});
