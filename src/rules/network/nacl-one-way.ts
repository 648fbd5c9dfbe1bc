import { ephemeralPorts } from '../../reachability';
import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { allPorts, entriesBack, ignoresPorts, mayCarry, portsOf } from './reading/acl-entries';

/** Whether an entry is about connections: what has ports that answers go to. */
function isOfConnections(entry: Resource): boolean {
  return entry.read('Protocol').is(6, 'tcp') || ignoresPorts(entry);
}

/** What could be an answer to an entry, or what it could be the answer to. */
function hasCounterpart(entry: Resource, app: Application): boolean {
  const ports = portsOf(entry) ?? allPorts;
  const mayAnswer = ports.to >= ephemeralPorts.from;
  return entriesBack(entry, app).some(
    (other) => mayCarry(other, entry) && (mayAnswer || (portsOf(other) ?? allPorts).to >= ephemeralPorts.from),
  );
}

export default defineRule({
  id: 'nacl-one-way',
  severity: 'low',
  strict: true,
  title: 'the network ACL lets packets through in one direction, and no answers back',
  why:
    'Connections hang until they time out, and nothing says why. ' +
    'Whoever has to mend it in a hurry opens the list for everything, and that stays.',
  serviceDefault:
    'Network ACLs have no state: answers need an entry too, for the ports from 1024 that clients use (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports).',
  fix: 'add an entry for the other direction with the ports 1024 to 65535, or remove this one',
  references: { owaspServerless: ['S6'], cwe: ['CWE-693'] },
  notes: 'Entries of TCP and of all protocols, in lists of the app.',
  appliesTo: 'AWS::EC2::NetworkAclEntry',
  check: (entry, app) => {
    const list = entry.read('NetworkAclId').target;
    if (!list?.is('AWS::EC2::NetworkAcl') || !entry.read('RuleAction').is('allow')) return pass();
    if (!isOfConnections(entry) || hasCounterpart(entry, app)) return pass();
    const [way, back] = entry.read('Egress').isTrue ? ['out', 'in'] : ['in', 'out'];
    return fail(entry.read('PortRange'), { got: `a way ${way}, and no answers ${back}`, wanted: 'both directions' });
  },
});
