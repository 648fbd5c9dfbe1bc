import { storeNames } from '../../facts/store-names';
import { isNameBlocked, placementOf, vpcOf } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'store-name-blocked',
  severity: 'low',
  title: 'nobody in the VPC finds the data store, because its DNS firewall answers nothing for the name',
  why:
    'Every connection fails, and nothing says that it was the firewall. ' +
    'Whoever has to mend it in a hurry lets all names through, by which data then leaves.',
  serviceDefault:
    'Clients connect to a store by the name that AWS gives it; a DNS firewall answers for what its rules let through (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html).',
  fix: 'add the domain of the store, such as `*.cache.amazonaws.com`, to a list that an earlier rule allows: `IsolatedNetwork` does',
  references: { owaspServerless: ['S6', 'S10'], csaServerless: ['SAS-3'], cwe: ['CWE-400'] },
  notes: 'Where the VPC, its DNS firewall and the store are part of the app.',
  appliesTo: Object.keys(storeNames),
  check: (store, app) => {
    const subnet = placementOf(store)?.subnets.find(({ target }) => target?.is('AWS::EC2::Subnet'))?.target;
    const vpc = subnet && vpcOf(subnet);
    if (vpc === undefined || typeof vpc === 'string') return pass();
    const name = storeNames[store.type].replace('*', 'one');
    return [name, `${name}.cn`].every((one) => isNameBlocked(vpc, one, app))
      ? fail(store, { got: `no answer for ${storeNames[store.type]}`, wanted: 'an answer' })
      : pass();
  },
});
