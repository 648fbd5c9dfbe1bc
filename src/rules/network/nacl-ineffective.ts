import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { isWorld } from './reading/traffic';

function takesAll(earlier: Resource, later: Resource): boolean {
  const [range, other] = [earlier.read('CidrBlock'), later.read('CidrBlock')];
  if (!range.isKnown || !(isWorld(range) || range.text === other.text) || other.isAbsent) return false;
  if (earlier.read('Protocol').is(-1)) return true;
  const ports = (entry: Resource) => [entry.read('PortRange.From').number, entry.read('PortRange.To').number];
  const [[from = 0, to = 65535], [first = 0, last = 65535]] = [ports(earlier), ports(later)];
  return earlier.read('Protocol').text === later.read('Protocol').text && from <= first && last <= to;
}

export default defineRule({
  id: 'nacl-ineffective',
  severity: 'low',
  strict: true,
  title: 'an earlier entry of the network ACL decides before this one',
  why: 'Entries are asked in the order of their numbers, and the first that fits decides. Whoever reads this one thinks that it denies, or allows, something.',
  serviceDefault:
    'The entry with the lowest number that fits decides (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html).',
  fix: 'give it a lower `RuleNumber`, or remove it',
  references: { owaspServerless: ['S6'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::EC2::NetworkAclEntry',
  check: (entry, app) => {
    const number = entry.read('RuleNumber');
    const decides = app
      .ofType('AWS::EC2::NetworkAclEntry')
      .filter((other) => other !== entry && other.read('NetworkAclId').text === entry.read('NetworkAclId').text)
      .filter((other) => other.read('Egress').isTrue === entry.read('Egress').isTrue)
      .some((other) => (other.read('RuleNumber').number ?? Infinity) < (number.number ?? 0) && takesAll(other, entry));
    return decides ? fail(number, { wanted: 'a lower number' }) : pass();
  },
});
