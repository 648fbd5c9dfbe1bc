import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { Result } from '../results';
import { decidesFor, entriesBefore, hasTwin, overlaps, rangesOf } from './reading/acl-entries';
import { isWorld } from './reading/traffic';

/** Whoever is kept out comes back from another address. */
function judgeDenied(entry: Resource): readonly Result[] {
  if (!entry.read('RuleAction').is('deny')) return [];
  return rangesOf(entry)
    .filter((range) => !range.isUnknown && !isWorld(range))
    .map((range) => fail(range, { wanted: 'everybody', got: `${range.text} only` }));
}

export default defineRule({
  id: 'nacl-ineffective',
  severity: 'low',
  strict: true,
  title: 'the entry of the network ACL does not do what it seems to do',
  why: 'Entries are asked in the order of their numbers, and the first that fits decides. Whoever reads this one thinks that it denies, or allows, something; an attacker comes from an address that it does not name.',
  serviceDefault:
    'The entry with the lowest number that fits decides (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html).',
  fix: 'give it a lower `RuleNumber`, deny `0.0.0.0/0` or `::/0` and allow who may come, or remove it',
  references: { owaspServerless: ['S6'], cwe: ['CWE-693'] },
  notes: 'A list of addresses that are kept out is a valid, if weak, use: acknowledge it there.',
  appliesTo: 'AWS::EC2::NetworkAclEntry',
  check: (entry, app) => {
    const ranges = rangesOf(entry).filter((range) => !range.isUnknown);
    const earlier = entriesBefore(entry, app);
    const isDecided =
      ranges.length > 0 && ranges.every((range) => earlier.some((other) => decidesFor(other, range, entry)));
    if (isDecided) return fail(entry.read('RuleNumber'), { wanted: 'a lower number' });
    if (hasTwin(entry, app)) return fail(entry.read('RuleNumber'), { wanted: 'a number of its own' });
    const isRepeated = ranges.some((range) => earlier.some((other) => overlaps(other, range, entry)));
    return isRepeated
      ? fail(entry.read('PortRange'), { wanted: 'ports that no earlier entry is about' })
      : judgeDenied(entry);
  },
});
