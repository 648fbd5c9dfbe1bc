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
  if (version === 0 || isIP(address) !== version) return false;
  const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
  if (!Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128)) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(network, bits, family);
  return block.check(address, family);
}
