import { allAddresses, meetRanges, rangeWithout } from './address-range';
import type { AddressRange } from './address-range';
import type { Truth } from '../iam';

/** What has ports, each on its own, and all else together. */
export type Protocol = 'tcp' | 'udp' | 'other';

export interface Ports {
  readonly from: number;
  readonly to: number;
}

/** Packets: of a protocol, with addresses on the far side, and ports that they are sent to. */
export interface Traffic {
  readonly protocol: Protocol;
  readonly range: AddressRange;
  readonly ports: Ports;
}

/** What surely gets through, and what may, of which the former is a part. */
export interface Bounds {
  readonly certain: readonly Traffic[];
  readonly possible: readonly Traffic[];
}

export const allPorts: Ports = { from: 0, to: 65_535 };
export const allProtocols: readonly Protocol[] = ['tcp', 'udp', 'other'];

/** The ports that a client gets answers at. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
export const ephemeralPorts: Ports = { from: 1024, to: 65_535 };

export function trafficTo(
  ranges: readonly AddressRange[],
  ports: Ports = allPorts,
  protocols: readonly Protocol[] = allProtocols,
): readonly Traffic[] {
  return protocols.flatMap((protocol) => ranges.map((range) => ({ protocol, range, ports })));
}

export const everything: readonly Traffic[] = trafficTo(allAddresses);
export const nothing: Bounds = { certain: [], possible: [] };

/** Nobody knows. */
export const anything: Bounds = { certain: [], possible: everything };

export function exactly(traffic: readonly Traffic[]): Bounds {
  return { certain: traffic, possible: traffic };
}

export function atMost(traffic: readonly Traffic[]): Bounds {
  return { certain: [], possible: traffic };
}

/** What gets through both. */
export function both(a: Bounds, b: Bounds): Bounds {
  const certain = meet(a.certain, b.certain);
  return isExact(a) && isExact(b) ? exactly(certain) : { certain, possible: meet(a.possible, b.possible) };
}

/** What gets through one of them. */
export function either(many: readonly Bounds[]): Bounds {
  const certain = many.flatMap((one) => one.certain);
  return many.every(isExact) ? exactly(certain) : { certain, possible: many.flatMap((one) => one.possible) };
}

/** Where nothing is in doubt both are one list, which is then looked at once. */
export function isExact({ certain, possible }: Bounds): boolean {
  return certain === possible;
}

/** Whether some of the traffic gets through. */
export function someOf(traffic: readonly Traffic[], through: Bounds): Truth {
  if (isAnyShared(traffic, through.certain)) return 'yes';
  return !isExact(through) && isAnyShared(traffic, through.possible) ? 'unknown' : 'no';
}

/** Whether all of the traffic gets through; where only some does, nobody knows which will be sent. */
export function allOf(traffic: readonly Traffic[], through: Bounds): Truth {
  if (subtract(traffic, through.certain).length === 0) return 'yes';
  return isAnyShared(traffic, through.possible) ? 'unknown' : 'no';
}

export function meet(some: readonly Traffic[], others: readonly Traffic[]): readonly Traffic[] {
  const found: Traffic[] = [];
  // A list with nothing in it for each pair that shares nothing took most of the time of a large network.
  for (const one of some) {
    for (const other of others) {
      const common = shared(one, other);
      if (common) found.push(common);
    }
  }
  return found;
}

function isAnyShared(some: readonly Traffic[], others: readonly Traffic[]): boolean {
  return some.some((one) => others.some((other) => shared(one, other) !== undefined));
}

export function subtract(from: readonly Traffic[], taken: readonly Traffic[]): readonly Traffic[] {
  return taken.reduce((left, one) => left.flatMap((traffic) => trafficWithout(traffic, one)), from);
}

function shared(a: Traffic, b: Traffic): Traffic | undefined {
  if (a.protocol !== b.protocol) return undefined;
  const [from, to] = [Math.max(a.ports.from, b.ports.from), Math.min(a.ports.to, b.ports.to)];
  if (from > to) return undefined;
  const range = meetRanges(a.range, b.range);
  return range && { protocol: a.protocol, range, ports: { from, to } };
}

function trafficWithout(traffic: Traffic, taken: Traffic): readonly Traffic[] {
  const gone = shared(traffic, taken);
  if (!gone) return [traffic];
  const below = { from: traffic.ports.from, to: gone.ports.from - 1 };
  const above = { from: gone.ports.to + 1, to: traffic.ports.to };
  return [
    ...rangeWithout(traffic.range, gone.range).map((range) => ({ ...traffic, range })),
    ...[below, above].filter(({ from, to }) => from <= to).map((ports) => ({ ...traffic, range: gone.range, ports })),
  ];
}
