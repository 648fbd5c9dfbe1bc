/** What AWS makes at least, and what it recommends for firewall endpoints: 11 addresses, of which one is used. */
const sizeOfSubnet = 16;

/**
 * Ranges of /28 at the end of the VPC, which subnets that are planned from its start come to last.
 *
 * @returns `undefined` where they are not free, or where the range of the VPC is not known
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-subnets.html
 */
export function rangesAtTheEnd(
  vpc: string | undefined,
  taken: readonly string[],
  count: number,
): readonly string[] | undefined {
  const range = parse(vpc);
  const used = taken.map(parse);
  if (!range || used.some((one) => !one)) return undefined;
  const first = range.last + 1 - count * sizeOfSubnet;
  if (first < range.first || used.some((one) => one!.last >= first)) return undefined;
  return Array.from({ length: count }, (_, n) => `${format(first + n * sizeOfSubnet)}/28`);
}

function parse(cidr = ''): { readonly first: number; readonly last: number } | undefined {
  const found = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr);
  if (!found) return undefined;
  const [a, b, c, d, length] = found.slice(1).map(Number);
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return { first, last: first + size - 1 };
}

function format(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}
