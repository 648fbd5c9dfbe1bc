import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { vpcPlacementOf, vpcPlacementTypes } from '../function/reading/vpc-placement';
import { fail, pass, unknown } from '../results';
import { allEgressRules, isWorld, rangesOf, routesOut } from './reading/traffic';

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
    'Found where both the group and a route of a subnet let it out. A function outside of a VPC always reaches the internet. Network connectors and capacity providers are judged as the functions that use them.',
  appliesTo: vpcPlacementTypes,
  check: (fn, app) => {
    const config = vpcPlacementOf(fn);
    const subnets = config.read('SubnetIds').items;
    const isOut = subnets.some((subnet) => subnet.target && routesOut(subnet.target, app).length > 0);
    const isSure = isOut || subnets.every((subnet) => subnet.target?.is('AWS::EC2::Subnet'));
    return config.read('SecurityGroupIds').items.map((id) => {
      const group = id.target?.is('AWS::EC2::SecurityGroup') ? id.target : undefined;
      if (group && !letsEverythingOut(group, app)) return pass();
      if (!isSure || (!group && isOut)) {
        return unknown(id, 'the group, or the subnets, are not part of the application');
      }
      return isOut ? fail(id, { got: 'a group that lets everything out', wanted: 'what the function calls' }) : pass();
    });
  },
});
