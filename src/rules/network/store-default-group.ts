import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { networkOf, storesWithDefaults } from './reading/store-defaults';

export default defineRule({
  id: 'store-default-group',
  severity: 'low',
  title: 'the data store takes the default security group of its VPC',
  why:
    'Everything that was left in the default group connects to the store, on every port. ' +
    'Whoever takes over one forgotten machine or function of the VPC tries its passwords from there.',
  serviceDefault:
    'A store without groups takes the default one of its VPC, whose members may connect to each other (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).',
  fix: 'name a security group of its own that lets in its port from the groups of those who use it',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-276'] },
  appliesTo: storesWithDefaults,
  check: (store) => {
    const network = networkOf(store);
    if (!network) return pass();
    const groups = store.read(network.groups);
    if (groups.isUnknown) return unknown(groups);
    return groups.items.length > 0 ? pass() : fail(groups, { wanted: 'a group of its own' });
  },
});
