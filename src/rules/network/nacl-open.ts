import type { Application, Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { allPorts, decidesFor, entriesBefore, ignoresPorts, portsOf, rangesOf } from './reading/acl-entries';
import { isWorld } from './reading/traffic';

const adminPorts = [22, 3389];

/** The port for administrators that this entry, and none before it, decides about. */
function openAdminPort(entry: Resource, range: Value, app: Application): number | undefined {
  const ports = ignoresPorts(entry) ? allPorts : portsOf(entry);
  return adminPorts
    .filter((port) => ports !== undefined && ports.from <= port && port <= ports.to)
    .find((port) => {
      const denies = entriesBefore(entry, app).filter((earlier) => earlier.read('RuleAction').is('deny'));
      return !denies.some((earlier) => decidesFor(earlier, range, entry, { from: port, to: port }));
    });
}

function judgeRange(entry: Resource, range: Value, app: Application): Result {
  const isIn = !entry.read('Egress').isTrue;
  if (isIn && openAdminPort(entry, range, app) !== undefined) {
    if (range.isUnknown) return unknown(range);
    if (isWorld(range)) return fail(range, { wanted: 'who connects' });
  }
  const ports = portsOf(entry);
  if (ports?.from !== allPorts.from || ports.to !== allPorts.to || ignoresPorts(entry)) return pass();
  return fail(entry.read('PortRange'), { wanted: 'the ports that are served', severity: 'low' });
}

export default defineRule({
  id: 'nacl-open',
  severity: 'medium',
  title: 'the network ACL opens ports for administrators to everybody, or all ports',
  why: 'The network ACL is the second fence behind the security group. With this entry a mistake in a group is open to the world.',
  serviceDefault:
    'A network ACL that is made denies everything unless an entry allows it; one for `-1`, or for any protocol but 1, 6, 17 and 58, allows all ports, whatever it writes (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html).',
  fix: 'name the range of addresses, and the protocol and the ports that are served',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], fsbp: ['EC2.21'], cwe: ['CWE-284'] },
  notes:
    'Low where all ports are open, but not to everybody, or on the way out. What an earlier entry denies is not open.',
  appliesTo: 'AWS::EC2::NetworkAclEntry',
  check: (entry, app) => {
    const action = entry.read('RuleAction');
    if (!action.is('allow')) return action.isUnknown ? unknown(action) : pass();
    const results = rangesOf(entry).map((range) => judgeRange(entry, range, app));
    if (!ignoresPorts(entry) || results.some(({ outcome }) => outcome === 'fail')) return results;
    return [...results, fail(entry.read('Protocol'), { wanted: 'TCP, UDP or ICMP', severity: 'low' })];
  },
});
