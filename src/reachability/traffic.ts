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
  return { certain: meet(a.certain, b.certain), possible: meet(a.possible, b.possible) };
}

/** What gets through one of them. */
export function either(many: Iterable<Bounds>): Bounds {
  const [certain, possible]: [Traffic[], Traffic[]] = [[], []];
  for (const one of many) {
    certain.push(...one.certain);
    possible.push(...one.possible);
  }
  return { certain, possible };
}

/** Whether some of the traffic gets through. */
export function someOf(traffic: readonly Traffic[], through: Bounds): Truth {
  if (meet(traffic, through.certain).length > 0) return 'yes';
  return meet(traffic, through.possible).length > 0 ? 'unknown' : 'no';
}

/** Whether all of the traffic gets through; where only some does, nobody knows which will be sent. */
export function allOf(traffic: readonly Traffic[], through: Bounds): Truth {
  if (subtract(traffic, through.certain).length === 0) return 'yes';
  return meet(traffic, through.possible).length > 0 ? 'unknown' : 'no';
}

export function meet(some: readonly Traffic[], others: readonly Traffic[]): readonly Traffic[] {
  return some.flatMap((one) => others.flatMap((other) => shared(one, other) ?? []));
}

export function subtract(from: readonly Traffic[], taken: readonly Traffic[]): readonly Traffic[] {
  return taken.reduce((left, one) => left.flatMap((traffic) => trafficWithout(traffic, one)), from);
}

function shared(a: Traffic, b: Traffic): Traffic | undefined {
  if (a.protocol !== b.protocol) return undefined;
  const range = meetRanges(a.range, b.range);
  const ports = { from: Math.max(a.ports.from, b.ports.from), to: Math.min(a.ports.to, b.ports.to) };
  return range && ports.from <= ports.to ? { protocol: a.protocol, range, ports } : undefined;
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
