import * as fc from 'fast-check';
import { parseRange } from '../../src/reachability/address-range';
import { meet, subtract } from '../../src/reachability/traffic';
import type { Protocol, Traffic } from '../../src/reachability/traffic';

const protocol = fc.constantFrom<Protocol>('tcp', 'udp');
const box: fc.Arbitrary<Traffic> = fc.record({
  protocol,
  range: fc.tuple(fc.bigInt(0n, 15n), fc.bigInt(0n, 15n)).map(([a, b]) => ({
    family: 4 as const,
    first: a < b ? a : b,
    last: a < b ? b : a,
  })),
  ports: fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
});
const packet = fc.record({ protocol, address: fc.bigInt(0n, 15n), port: fc.nat(7) });

function holds(traffic: readonly Traffic[], sent: { protocol: Protocol; address: bigint; port: number }): boolean {
  return traffic.some(
    ({ protocol: of, range, ports }) =>
      of === sent.protocol &&
      range.first <= sent.address &&
      sent.address <= range.last &&
      ports.from <= sent.port &&
      sent.port <= ports.to,
  );
}

test('a packet is in what two have in common if it is in both, and in what is left if it is in one only', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 4 }), fc.array(box, { maxLength: 4 }), packet, (a, b, sent) => {
      expect(holds(meet(a, b), sent)).toBe(holds(a, sent) && holds(b, sent));
      expect(holds(subtract(a, b), sent)).toBe(holds(a, sent) && !holds(b, sent));
    }),
  );
});

test.each<[string, bigint | undefined, bigint | undefined]>([
  ['10.0.0.0/8', 0x0a000000n, 0x0affffffn],
  ['10.1.2.3/8', 0x0a000000n, 0x0affffffn],
  ['0.0.0.0/0', 0n, 0xffffffffn],
  ['198.51.100.7', 0xc6336407n, 0xc6336407n],
  ['::/0', 0n, 2n ** 128n - 1n],
  ['2001:db8::/32', 0x20010db8n * 2n ** 96n, 0x20010db9n * 2n ** 96n - 1n],
  ['::1', 1n, 1n],
  ['1:2:3:4:5:6:7:8', 0x00010002000300040005000600070008n, 0x00010002000300040005000600070008n],
  ['10.0.0.0/33', undefined, undefined],
  ['10.0.0/8', undefined, undefined],
  ['256.0.0.0/8', undefined, undefined],
  ['1::2::3/64', undefined, undefined],
  ['::/129', undefined, undefined],
  ['everybody', undefined, undefined],
  ['', undefined, undefined],
])('%s is read as the addresses that it stands for', (text, first, last) => {
  const range = parseRange(text);
  expect(range?.first).toBe(first);
  expect(range?.last).toBe(last);
});
