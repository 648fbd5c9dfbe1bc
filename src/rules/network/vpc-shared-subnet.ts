import { nameOf, placementOf, storeTypes } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { functionsIn } from './reading/isolated-networks';

export default defineRule({
  id: 'vpc-shared-subnet',
  severity: 'low',
  strict: true,
  title: 'the data store is in a subnet in which functions run',
  why:
    'No network ACL stands between the two, and none can: within a subnet it is not asked. ' +
    'And a burst of functions takes the addresses that the store needs for a failover or another node, which then fails.',
  serviceDefault:
    'Lambda takes an address in a subnet for each combination of subnet and groups, and more as connections grow (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).',
  fix: 'give the store subnets of its own, with a network ACL that lets the subnets of the functions in',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3', 'SAS-8'], cwe: ['CWE-653', 'CWE-770'] },
  notes: 'Strict, because most VPCs have one kind of private subnet. Seen where subnets and both are part of the app.',
  appliesTo: storeTypes,
  check: (store, app) =>
    (placementOf(store)?.subnets ?? []).map((subnet) => {
      const target = subnet.target?.is('AWS::EC2::Subnet') ? subnet.target : undefined;
      const [neighbour] = target ? functionsIn(target, app) : [];
      return neighbour ? fail(subnet, { got: `the subnet of ${nameOf(neighbour)}`, wanted: 'one of its own' }) : pass();
    }),
});
