import { chain, mayConnect, placementOf, rulesOf, storeTypes } from '../../reachability';
import type { Placement } from '../../reachability';
import type { Application, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { Result } from '../results';
import { functionsOf } from './reading/functions-of-group';
import { peerOf } from './reading/other-side';
import { portsOf } from './reading/traffic';

/** Whether the functions that a group of the store lets in get there. */
function judge(group: Value, store: Placement, app: Application): readonly Result[] {
  if (!group.target?.is('AWS::EC2::SecurityGroup')) return [];
  return rulesOf(group.target, 'in', app).flatMap((rule) => {
    const peer = peerOf(rule, 'in').target;
    const ports = portsOf(rule);
    if (!peer || ports?.from !== ports?.to || !ports) return [];
    return functionsOf(peer, app).flatMap((fn) => {
      const { holds, path } = mayConnect(placementOf(fn)!, store, ports.from, app);
      return holds === 'no' ? [fail(group, { got: chain(path), wanted: `a way for ${fn.logicalId}` })] : [];
    });
  });
}

export default defineRule({
  id: 'store-unreachable',
  severity: 'low',
  strict: true,
  title: 'a function that the data store lets in does not get there',
  why:
    'Every connection hangs until it times out, and nothing says whether it was a group, a network ACL or the network. ' +
    'Whoever has to mend it in a hurry opens all of them.',
  serviceDefault:
    'A connection needs a rule of a group on either side, and the network ACLs of both subnets have to let it and its answers through (https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html#control-network-traffic).',
  fix: 'let the port through the network ACLs in one direction, and the ports from 1024 in the other, or put both into one VPC; take the rule away if nothing uses it',
  references: { owaspServerless: ['S6', 'S10'], csaServerless: ['SAS-3'], cwe: ['CWE-400'] },
  notes: 'About functions and stores of the app, and rules that name the group of the function and one port.',
  appliesTo: storeTypes,
  check: (store, app) => {
    const placement = placementOf(store);
    return placement ? placement.groups.flatMap((group) => judge(group, placement, app)) : [];
  },
});
