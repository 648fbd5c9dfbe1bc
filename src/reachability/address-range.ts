export type Family = 4 | 6;

/** Addresses that follow each other, both ends included. */
export interface AddressRange {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

/** The range that `10.0.0.0/16` or `2001:db8::/32` names; a single address is a range of one. `undefined` for anything else. */
export function parseRange(text: string): AddressRange | undefined {
  const [address, length, ...rest] = text.trim().split('/');
  const family = address.includes(':') ? 6 : 4;
  const bits = family === 4 ? 32 : 128;
  const number = family === 4 ? parseIpv4(address) : parseIpv6(address);
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (number === undefined || rest.length > 0 || prefix < 0 || prefix > bits) return undefined;
  const size = 2n ** BigInt(bits - prefix);
  const first = (number / size) * size;
  return { family, first, last: first + size - 1n };
}

/** What both ranges hold. */
export function meetRanges(a: AddressRange, b: AddressRange): AddressRange | undefined {
  if (a === b) return a;
  if (a.family !== b.family || a.last < b.first || b.last < a.first) return undefined;
  const first = a.first > b.first ? a.first : b.first;
  const last = a.last < b.last ? a.last : b.last;
  return { family: a.family, first, last };
}

/** What is in a range and not in another one. */
export function rangeWithout(range: AddressRange, taken: AddressRange): readonly AddressRange[] {
  const shared = meetRanges(range, taken);
  if (!shared) return [range];
  const before = { ...range, last: shared.first - 1n };
  const after = { ...range, first: shared.last + 1n };
  return [before, after].filter(({ first, last }) => first <= last);
}

function known(...texts: readonly string[]): readonly AddressRange[] {
  return texts.map((text) => parseRange(text)!);
}

export const allAddresses: readonly AddressRange[] = known('0.0.0.0/0', '::/0');

/**
 * Addresses that no route of the internet leads to.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
const notPublic = known(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
);

/**
 * The addresses of the internet: of IPv4 those that are nobody's own, of IPv6 the global ones, and those that stand for
 * IPv4 where a subnet has DNS64.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export const internet: readonly AddressRange[] = [
  ...notPublic.reduce<readonly AddressRange[]>(
    (left, taken) => left.flatMap((range) => rangeWithout(range, taken)),
    known('0.0.0.0/0'),
  ),
  ...known('2000::/3', '64:ff9b::/96'),
];

/**
 * Stands for the IPv6 addresses of a VPC, which AWS chooses when it is made: code that says "those of the VPC" and code
 * that says "those of its subnets" mean the same ones.
 */
export const ownIpv6: AddressRange = parseRange('fd00:76:7063::/56')!;

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((number, part) => number * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const [head, tail, ...rest] = text.split('::');
  if (rest.length > 0) return undefined;
  const [left, right] = [head, tail].map((part) => (part ? part.split(':') : []));
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((number, group) => number * 65_536n + BigInt(`0x${group}`), 0n);
}
