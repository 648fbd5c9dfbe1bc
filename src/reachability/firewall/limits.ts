import { internet } from '../address-range';
import { both, exactly, someOf, trafficTo } from '../traffic';
import type { Bounds, Traffic } from '../traffic';
import type { PassedTraffic } from './passed-traffic';
import type { NamedHost } from './stateful-rule';
import { isWithin } from './stateful-rule';
import type { Truth } from '../../iam';
import { some, truthOf } from '../../iam/truth';

const toInternet = trafficTo(internet);
const everything = exactly(toInternet);

/** What several firewalls in a row let through to anybody. */
export function letToAnybody(firewalls: readonly PassedTraffic[]): Bounds {
  const known = kept.get(firewalls) ?? firewalls.map(({ anybody }) => anybody).reduce(both, everything);
  kept.set(firewalls, known);
  return known;
}

/** The ways of a subnet are asked about by many functions. */
const kept = new WeakMap<readonly PassedTraffic[], Bounds>();

const overTcp = trafficTo(internet, undefined, ['tcp']);

/**
 * The hosts that a client has to name to get through firewalls in a row; `undefined` where none of them limits connections
 * to hosts, or nobody can tell.
 */
export function namedHosts(firewalls: readonly PassedTraffic[]): readonly NamedHost[] | undefined {
  const limiting = firewalls.filter(({ anybody }) => someOf(overTcp, anybody) === 'no');
  return limiting.length === 0 ? undefined : inEach(limiting);
}

function inEach([first, ...others]: readonly PassedTraffic[]): readonly NamedHost[] {
  return others.reduce<readonly NamedHost[]>(
    (hosts, { hosts: next }) => [
      ...hosts.filter((host) => next.some((other) => isWithin(host, other))),
      ...next.filter((host) => hosts.some((other) => other.name !== host.name && isWithin(host, other))),
    ],
    first?.hosts ?? [],
  );
}

/** Whether some of the traffic gets through firewalls in a row, whoever it is for or to a host that is named. */
export function getsThrough(firewalls: readonly PassedTraffic[], sent: readonly Traffic[] = toInternet): Truth {
  if (firewalls.length === 0 || sent.length === 0) return truthOf(sent.length > 0);
  const named = firewalls.filter(({ anybody }) => someOf(overTcp, anybody) !== 'yes');
  const isNamed = sent.some(({ protocol }) => protocol === 'tcp') && inEach(named).length > 0;
  const mayBeNamed = sent.some(({ protocol }) => protocol === 'tcp') && (namedHosts(firewalls) ?? []).length > 0;
  return some([someOf(sent, letToAnybody(firewalls)), truthOf(isNamed), mayBeNamed ? 'unknown' : 'no']);
}

/** How a path tells of a firewall that does not let everything through. */
export function limitOf({ anybody, hosts }: PassedTraffic): string {
  if (someOf(overTcp, anybody) !== 'no') return '';
  const names = [...new Set(hosts.map(({ name }) => name))];
  return names.length === 0 ? '' : ` (only what names ${names.join(', ')})`;
}
