import type { NamedHost } from './stateful-rule';
import { isOwnName } from './stateful-rule';
import type { SuricataOption } from './suricata';

/** What the options of a rule ask of a packet, beside its header. */
export interface Conditions {
  /** Whether they ask nothing that whoever sends a packet cannot have it say. */
  readonly areNone: boolean;
  /** The name that the client has to say. */
  readonly host?: NamedHost;
  /** Whether a connection must be there already, or must not. */
  readonly flow?: 'established' | 'not_established' | 'other';
}

/** Options that say something about the rule, or that count and remember without deciding. */
const neutral = new Set(
  'msg sid rev gid classtype metadata priority reference noalert target threshold tag'.split(' '),
);

const hostBuffers: Readonly<Record<string, NamedHost['by']>> = {
  'tls.sni': 'TLS',
  tls_sni: 'TLS',
  'http.host': 'HTTP',
  http_host: 'HTTP',
};

/** @see https://docs.suricata.io/en/latest/rules/tls-keywords.html#tls-sni */
export function conditionsOf(options: readonly SuricataOption[]): Conditions {
  const asked = options.filter(({ keyword, setting }) => !neutral.has(keyword) && !onlyRemembers(keyword, setting));
  const flow = flowOf(asked);
  const others = asked.filter(({ keyword }) => keyword !== 'flow');
  if (others.length === 0) return { areNone: true, flow };
  const host = hostIn(others);
  return { areNone: false, ...(host ? { host } : {}), flow };
}

function onlyRemembers(keyword: string, setting = ''): boolean {
  return keyword === 'flowbits' && /^(?:set|unset|toggle|noalert)\b/.test(setting);
}

function flowOf(options: readonly SuricataOption[]): Conditions['flow'] {
  const settings = options
    .filter(({ keyword }) => keyword === 'flow')
    .flatMap(({ setting = '' }) => setting.split(','));
  const asked = settings.map((one) => one.trim()).filter((one) => !['to_server', 'from_client', ''].includes(one));
  if (asked.length === 0) return undefined;
  if (asked.length === 1 && (asked[0] === 'established' || asked[0] === 'not_established')) return asked[0];
  return 'other';
}

/** The one name that the options are about, from its first letter to its last; what else they ask narrows it further. */
function hostIn(options: readonly SuricataOption[]): NamedHost | undefined {
  const [buffer, ...more] = options.filter(({ keyword }) => keyword in hostBuffers);
  const rest = options.filter((one) => one !== buffer);
  const contents = rest.filter(({ keyword }) => keyword === 'content');
  if (!buffer || more.length > 0 || contents.length !== 1) return undefined;
  const name = /^"([^"|!]+)"$/.exec(contents[0].setting ?? '')?.[1];
  const has = (keyword: string) => rest.some((one) => one.keyword === keyword);
  const isWhole = has('dotprefix') ? name?.startsWith('.') : has('startswith') || has('bsize');
  if (name === undefined || !isWhole || !has('endswith') || !isOwnName(name)) return undefined;
  return { name, by: hostBuffers[buffer.keyword] };
}
