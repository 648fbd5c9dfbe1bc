import { passedByPolicy, takesAllConnections } from '../../../reachability';
import type { Gap } from '../../../reachability';
import type { Resource, Value } from '../../../template';
import { fail, unknown } from '../../results';
import type { Result } from '../../results';

/** What lets connections out to anybody, but for what is never looked at, which `nfw-uninspected` is about. */
export function gapsForConnections(policy: Resource): readonly Gap[] {
  return passedByPolicy(policy).gaps.filter(
    (gap) => takesAllConnections(gap) !== 'no' && !isDefaultWithoutState(gap.at),
  );
}

export function isDefaultWithoutState(at: Value): boolean {
  return at.path.some((key) => key === 'StatelessDefaultActions' || key === 'StatelessFragmentDefaultActions');
}

/** A finding for each that surely does, or for those that may. */
export function tellGaps(gaps: readonly Gap[], wanted: string): readonly Result[] {
  const sure = gaps.filter((gap) => takesAllConnections(gap) === 'yes');
  return sure.length > 0
    ? sure.map(({ at, what }) => fail(at, { got: what, wanted }))
    : gaps.map(({ at, what }) => unknown(at, what));
}

/** Whether a policy has a list of domains to allow, or a rule that lets through by name. */
export function allowsByName(policy: Resource): boolean {
  if (passedByPolicy(policy).hosts.length > 0) return true;
  return policy.read('FirewallPolicy.StatefulRuleGroupReferences').items.some((reference) => {
    const list = reference.read('ResourceArn').target?.read('RuleGroup.RulesSource.RulesSourceList');
    return list?.read('GeneratedRulesType').is('ALLOWLIST') ?? false;
  });
}
