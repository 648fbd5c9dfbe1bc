import { defineRule } from '../define-rule';
import { fail, isAnswered, pass, unknown } from '../results';
import { vpcPlacementOf, vpcPlacementTypes } from './reading/vpc-placement';

export default defineRule({
  id: 'lambda-vpc-multi-az',
  severity: 'low',
  title: 'the function runs in one availability zone only',
  why:
    'When that zone fails, or its subnet runs out of addresses under load, the function cannot start. ' +
    'Whoever can make it scale brings it down.',
  serviceDefault:
    'A function in a VPC runs in the zones of the subnets that it names (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).',
  fix: 'name subnets of at least two zones in `VpcConfig.SubnetIds`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-8'], fsbp: ['Lambda.5'], cwe: ['CWE-400'] },
  notes:
    'Two subnets count as two zones unless the app says otherwise. A function outside of a VPC runs in several zones.',
  appliesTo: vpcPlacementTypes,
  check: (fn) => {
    const subnets = vpcPlacementOf(fn).read('SubnetIds');
    if (subnets.isUnknown) return unknown(subnets);
    if (subnets.items.length === 0) return pass();
    if (isAnswered(subnets)) return unknown(subnets, 'a custom resource answers it');
    const zones = new Set(
      subnets.items.map((subnet) => subnet.target?.read('AvailabilityZone').text ?? subnet.text ?? subnet.path.join()),
    );
    return zones.size > 1 ? pass() : fail(subnets, { wanted: 'subnets of two zones' });
  },
});
