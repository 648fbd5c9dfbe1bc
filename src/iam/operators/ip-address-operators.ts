import { BlockList, isIP } from 'node:net';
import { onWholeValues } from './operator';
import type { Operator } from './operator';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const ipAddressOperators: readonly Operator[] = [
  onWholeValues('IpAddress', isWithin),
  onWholeValues('NotIpAddress', isWithin, { negated: true }),
];

function isWithin(range: string, address: string): boolean {
  const [network, prefix] = range.split('/');
  const version = isIP(network);
  if (version === 0 || isIP(address) !== version || `${network}${address}`.includes('%')) return false;
  const longest = version === 4 ? 32 : 128;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return false;
  const bits = prefix === undefined ? longest : Number(prefix);
  if (bits > longest) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(network, bits, family);
  return block.check(address, family);
}
