import { chain, mayReachInternet, placementOf } from '../../reachability';
import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { vpcPlacementTypes } from '../function/reading/vpc-placement';
import { fail, pass, unknown } from '../results';
import { allEgressRules, isWorld, rangesOf } from './reading/traffic';

function letsEverythingOut(group: Resource, app: Application): boolean {
  const rules = allEgressRules(group, app);
  return rules.length === 0 || rules.some((rule) => rangesOf(rule).some(isWorld));
}

export default defineRule({
  id: 'lambda-egress',
  severity: 'medium',
  title: 'the function may send anything to anywhere on the internet',
  why: 'A package that was tampered with, or code that somebody injected, sends what the function knows to its owner. A VPC is there to stop that.',
  serviceDefault:
    'A security group without rules for what goes out allows all (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'name what the function calls in the egress rules of its security group, or put it into subnets without a way to the internet, with endpoints for what it calls',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes:
    'Found where its groups, the network ACL of a subnet and a route let it out, over gateways, firewalls and instances to the end. A function outside of a VPC always reaches the internet. Network connectors and capacity providers are judged as the functions that use them.',
  appliesTo: vpcPlacementTypes,
  check: (fn, app) => {
    const placement = placementOf(fn);
    if (!placement) return pass();
    const { holds, path } = mayReachInternet(fn, app);
    if (holds === 'no') return pass();
    return placement.groups.map((id) => {
      const group = id.target?.is('AWS::EC2::SecurityGroup') ? id.target : undefined;
      if (group && !letsEverythingOut(group, app)) return pass();
      if (holds === 'unknown') return unknown(id, chain(path));
      return group
        ? fail(id, { got: chain(path), wanted: 'what the function calls' })
        : unknown(id, 'the group is not part of the application');
    });
  },
});
