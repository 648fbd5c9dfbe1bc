import type { Condition } from '../../iam/condition';
import { isEverybody } from '../../iam/everybody';
import { placedStatements } from '../../iam/placed-statements';
import { policiesIn } from '../../iam/policy-places';
import { defineRule } from '../define-rule';
import { failIf } from '../statements';
import { separatePolicies } from './reading/separate-policies';

/** What AWS services that act for themselves do not have; what is denied unless it is one of some is denied to them. */
const ofIdentities =
  /^aws:(principalaccount|principalarn|principalorgid|principalorgpaths|principaltag\/.+|userid|username)$/i;

/** What a policy leaves such services out with. */
const ofServices = /^aws:(principalisawsservice|principalservicename|principalservicenameslist|source\w+)$/i;

function isNegated({ operator }: Condition): boolean {
  return /^(foranyvalue:|forallvalues:)?(string|arn)not/i.test(operator);
}

export default defineRule({
  id: 'policy-denies-services',
  severity: 'low',
  strict: true,
  title: 'the denial to whoever is not named hits AWS services too',
  why:
    'A service that acts for itself, to deliver logs, events or replicas, has no account, ARN or organization, and is refused like a stranger. ' +
    'What it should deliver is lost; the denial is then taken away in a hurry, with what it was meant to keep out.',
  serviceDefault:
    'A negated condition holds where its key is not in the request, as it is not in those of service principals (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice).',
  fix: "add `BoolIfExists: { aws:PrincipalIsAWSService: 'false' }` to the denial",
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'Strict, because the policy of what no service touches needs no such condition.',
  appliesTo: separatePolicies,
  check: (holder) =>
    policiesIn(holder).flatMap(({ document }) =>
      placedStatements(document)
        .statements.filter(({ statement: { effect, conditions } }) => {
          const isAboutIdentities = conditions.some((one) => ofIdentities.test(one.key) && isNegated(one));
          return effect === 'Deny' && isAboutIdentities && !conditions.some(({ key }) => ofServices.test(key));
        })
        .map(({ statement, at }) =>
          failIf(isEverybody(statement.principal), at, {
            got: 'a denial that leaves no service out',
            wanted: 'the condition `aws:PrincipalIsAWSService`',
          }),
        ),
    ),
});
