import { allAddresses, internet, ownIpv6, parseRange } from './address-range';
import type { AddressRange } from './address-range';
import { gatewayPrefixLists } from '../facts/gateway-prefix-lists';
import type { Resource, Value } from '../template';

/** The addresses that a property names. */
export interface WrittenRanges {
  readonly ranges: readonly AddressRange[];
  /** Whether it is these; otherwise it is some of them. */
  readonly isSure: boolean;
}

const unknown: WrittenRanges = { ranges: allAddresses, isSure: false };

/** The range of a property such as `CidrIp`: a text, or that of a VPC or a subnet. */
export function rangesAt(value: Value): WrittenRanges {
  if (value.isAbsent) return { ranges: [], isSure: true };
  const { target, attribute } = value;
  if (target?.is('AWS::EC2::VPC') && attribute === 'CidrBlock') return rangesAt(target.read('CidrBlock'));
  if (attribute === 'Ipv6CidrBlocks' || attributesIn(value).some(({ name }) => name === 'Ipv6CidrBlocks')) {
    return { ranges: [ownIpv6], isSure: true };
  }
  const range = parseRange(value.text ?? '');
  return range ? { ranges: [range], isSure: true } : unknown;
}

const ofAws = new Set(Object.values(gatewayPrefixLists).flatMap((lists) => Object.values(lists)));

/** The ranges of a prefix list: one of the app, or one of AWS, which holds public addresses that AWS changes. */
export function rangesOfPrefixList(value: Value): WrittenRanges {
  if (value.isAbsent) return { ranges: [], isSure: true };
  const { target } = value;
  if (target?.is('AWS::EC2::PrefixList')) {
    const entries = target.read('Entries').items.map((entry) => rangesAt(entry.read('Cidr')));
    return { ranges: entries.flatMap(({ ranges }) => ranges), isSure: entries.every(({ isSure }) => isSure) };
  }
  return ofAws.has(value.text ?? '') ? { ranges: internet, isSure: false } : unknown;
}

/** The addresses of a subnet, of both families. */
export function rangesOfSubnet(subnet: Resource): WrittenRanges {
  const ipv4 = rangesAt(subnet.read('CidrBlock'));
  const ipv6 = subnet.read('Ipv6CidrBlock');
  const own: readonly AddressRange[] = ipv6.isAbsent ? [] : ipv6.isUnknown ? [ownIpv6] : rangesAt(ipv6).ranges;
  const isSure = ipv4.isSure && !(subnet.read('CidrBlock').isAbsent && ipv6.isAbsent);
  return { ranges: [...(ipv4.isSure ? ipv4.ranges : []), ...own], isSure };
}

/** The attributes in a function that only the deployment works out, such as `Fn::Select` from a list of addresses. */
export function attributesIn(
  value: Value,
): readonly { readonly resource: Resource | undefined; readonly name: string }[] {
  if (!value.isUnknown || !value.text?.includes('"Fn::GetAtt"')) return [];
  const found: { resource: Resource | undefined; name: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, item] of Object.entries(node)) {
      const [id, name] = key === 'Fn::GetAtt' ? [item].flat().join('.').split('.') : [];
      if (id !== undefined) found.push({ resource: value.resource.template.resource(id), name });
      else visit(item);
    }
  };
  try {
    visit(value.text.endsWith('…') ? asWritten(value) : (JSON.parse(value.text) as unknown));
  } catch {
    // A text in which a function is only a piece.
  }
  return found;
}

/** What a text that is cut short stands for. */
function asWritten({ resource, path }: Value): unknown {
  return path
    .slice(1)
    .reduce<unknown>(
      (node, key) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined),
      resource.rawProperties,
    );
}
