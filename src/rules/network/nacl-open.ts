import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isWorld } from './reading/traffic';

function reaches(entry: Resource, port: number): boolean {
  const protocol = entry.read('Protocol');
  if (protocol.is(-1)) return true;
  if (!protocol.is(6, 17)) return false;
  const [from, to] = [entry.read('PortRange.From').number ?? 0, entry.read('PortRange.To').number ?? 65535];
  return from === -1 || (from <= port && port <= to);
}

export default defineRule({
  id: 'nacl-open',
  severity: 'medium',
  title: 'the network ACL lets everybody on the internet reach ports for administrators',
  why: 'The network ACL is the second fence behind the security group. With this entry a mistake in a group is open to the world.',
  serviceDefault:
    'A network ACL that is made denies everything unless an entry allows it (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html).',
  fix: 'name the range of addresses, and the protocol and the ports that are served',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], fsbp: ['EC2.21'], cwe: ['CWE-284'] },
  appliesTo: 'AWS::EC2::NetworkAclEntry',
  check: (entry) => {
    if (entry.read('Egress').isTrue || entry.read('RuleAction').is('deny')) return pass();
    return ['CidrBlock', 'Ipv6CidrBlock'].map((property) => {
      const range = entry.read(property);
      if (range.isAbsent || ![22, 3389].some((port) => reaches(entry, port))) return pass();
      if (range.isUnknown) return unknown(range);
      return isWorld(range) ? fail(range, { wanted: 'who connects' }) : pass();
    });
  },
});
