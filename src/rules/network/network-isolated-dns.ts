import { isolatedNetworkTag } from '../../facts/isolated-network';
import { chain, mayQueryAnyName } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isTagged } from './reading/isolated-networks';

export default defineRule({
  id: 'network-isolated-dns',
  severity: 'high',
  title: 'the network is to have no way out, and lets name queries for any domain out',
  why:
    'Code of an intruder asks for names of a domain of theirs, with what it found as the first part of each. ' +
    'The resolver of the VPC carries the queries to the server of that domain, whatever routes and groups say.',
  serviceDefault:
    'The resolver answers for every name unless a DNS firewall blocks it; what no rule of it is about is answered (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html).',
  fix: 'associate a rule group with the VPC that allows the domains of its endpoints and blocks `*` after them, in this order, and leave `FirewallFailOpen` disabled',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: `About VPCs with the tag \`${isolatedNetworkTag.key}: ${isolatedNetworkTag.value}\`, which \`IsolatedNetwork\` sets. \`vpc-dns-open\` asks it of others.`,
  appliesTo: 'AWS::EC2::VPC',
  check: (vpc, app) => {
    if (!isTagged(vpc)) return pass();
    const { holds, at = vpc, path } = mayQueryAnyName(vpc, app);
    if (holds === 'no') return pass();
    return holds === 'yes' ? fail(at, { got: chain(path), wanted: 'a block of `*`' }) : unknown(at, chain(path));
  },
});
