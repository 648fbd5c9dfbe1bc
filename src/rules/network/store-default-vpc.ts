import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { networkOf, storesWithDefaults } from './reading/store-defaults';

export default defineRule({
  id: 'store-default-vpc',
  severity: 'medium',
  title: 'the data store is in the default VPC, in which everything has a way to the internet',
  why:
    'One property, or a security group that somebody widens, is all that is left between everybody and the data. ' +
    'And whatever else was started in the account without a thought is its neighbour.',
  serviceDefault:
    'A store that names no subnets gets those of the default VPC, which are public (https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html#default-vpc-components).',
  fix: 'name isolated subnets of a VPC of its own, by a subnet group where the store takes one',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  appliesTo: storesWithDefaults,
  check: (store) => {
    const network = networkOf(store);
    if (!network) return pass();
    const subnets = store.read(network.subnets);
    const isSaid = subnets.isUnknown || subnets.items.length > 0;
    return isSaid ? pass() : fail(subnets, { wanted: 'isolated subnets' });
  },
});
