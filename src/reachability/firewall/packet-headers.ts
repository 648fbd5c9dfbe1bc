import type { Value } from '../../template';
import { allAddresses, internet, parseRange } from '../address-range';
import type { AddressRange } from '../address-range';
import { allPorts, allProtocols, exactly, nothing, trafficTo } from '../traffic';
import type { Bounds, Ports, Protocol } from '../traffic';
import { rangesAt } from '../written-ranges';

/** The addresses, ports and protocol of a rule of the stateful engine. */
export interface Header {
  readonly protocol: string;
  readonly source: string;
  readonly sourcePort: string;
  readonly direction: string;
  readonly destination: string;
  readonly destinationPort: string;
}

interface Named {
  readonly ranges: readonly AddressRange[];
  readonly isSure: boolean;
}

const layer4: Readonly<Record<string, readonly Protocol[]>> = {
  ip: allProtocols,
  tcp: ['tcp'],
  'tcp-pkt': ['tcp'],
  'tcp-stream': ['tcp'],
  udp: ['udp'],
  icmp: ['other'],
};

const overUdp = new Set('ntp dhcp tftp snmp ike ikev2 quic'.split(' '));

/** Whether a rule is about what stands in packets, which their sender chooses: TLS, HTTP… */
export function isOfApplication(protocol: string): boolean {
  return !(protocol.toLowerCase() in layer4);
}

/**
 * The packets from inside of a VPC to the outside that a header is about; those that it may be about, where addresses are
 * given by a name that nobody defines, or by what they are not.
 */
export function packetsOf(header: Header, ipSets: Value | undefined): Bounds {
  const { protocol, source, sourcePort, direction, destination, destinationPort } = header;
  if (source.toUpperCase() === '$EXTERNAL_NET' && direction === '->') return nothing;
  const name = protocol.toLowerCase();
  const protocols = layer4[name] ?? (name === 'dns' ? ['tcp', 'udp'] : overUdp.has(name) ? ['udp'] : ['tcp']);
  const to = rangesOf(destination, ipSets);
  const ports = portsOf(destinationPort);
  const isFromInside = /^(?:any|\$home_net|0\.0\.0\.0\/0)$/i.test(source) && /^any$/i.test(sourcePort);
  const isOneWay = direction === '->' || /^any$/i.test(destination);
  const sent = trafficTo(isOneWay ? to.ranges : allAddresses, ports ?? allPorts, protocols);
  return isFromInside && isOneWay && to.isSure && ports ? exactly(sent) : { certain: [], possible: sent };
}

const everywhere: Named = { ranges: allAddresses, isSure: true };
const somewhere: Named = { ranges: allAddresses, isSure: false };

function rangesOf(address: string, ipSets: Value | undefined): Named {
  if (/^any$/i.test(address)) return everywhere;
  if (/^\$external_net$/i.test(address)) return { ranges: internet, isSure: true };
  if (address.startsWith('$')) return rangesOfSet(address.slice(1), ipSets);
  const members = address.replace(/^\[(.*)\]$/, '$1').split(',');
  const ranges = members.map((one) => parseRange(one));
  return ranges.every((range) => range !== undefined) ? { ranges: ranges as AddressRange[], isSure: true } : somewhere;
}

function rangesOfSet(name: string, ipSets: Value | undefined): Named {
  const definition = ipSets?.read([name, 'Definition']);
  if (!definition || definition.isAbsent || definition.isUnknown) {
    // Without a definition it is the VPC itself.
    return name.toUpperCase() === 'HOME_NET' ? { ranges: [], isSure: true } : somewhere;
  }
  const members = definition.items.map(rangesAt);
  return { ranges: members.flatMap(({ ranges }) => ranges), isSure: members.every(({ isSure }) => isSure) };
}

/** `443`, `1:1024`, `1024:`; not of a list or a variable. */
function portsOf(port: string): Ports | undefined {
  if (/^any$/i.test(port)) return allPorts;
  const [, from, colon, to] = /^\[?(\d+)(?:(:)(\d*))?\]?$/.exec(port) ?? [];
  if (from === undefined) return undefined;
  return { from: Number(from), to: colon === undefined ? Number(from) : to === '' ? allPorts.to : Number(to) };
}
