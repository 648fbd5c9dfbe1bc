import { isIP } from 'node:net';
import { Token } from 'aws-cdk-lib';
import type { Refusals } from '../refusals/refusals';

/** Names that resolve to something of AWS or of the function itself, and not to anybody outside. */
const inside = /(^|\.)(localhost|internal|local)$/;

/** Labels of a DNS name: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.1. */
const dnsName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The environment of a function has 4 KB: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html. */
const mostCharacters = 4_000;

/** Refuses what is no name of one host on the internet. */
export function refuseHosts(refusals: Refusals, hosts: readonly string[]): void {
  refusals.addIf(hosts.length === 0, "'hosts' is empty", 'name the hosts that may be called, such as api.example.com');
  const characters = hosts.join(',').length;
  refusals.addIf(
    characters > mostCharacters,
    `'hosts' has ${characters} characters, and the environment of a function takes ${mostCharacters} of them`,
    'make one EgressFunction for each purpose',
  );
  for (const host of hosts) {
    const because = notAHost(host);
    refusals.addIf(
      because !== undefined,
      `the host '${host}' ${because ?? ''}`,
      'name it in full, such as api.example.com',
    );
  }
}

function notAHost(host: string): string | undefined {
  if (Token.isUnresolved(host)) return 'is only known after deployment, when nobody looks at it any more';
  if (host.includes('*')) return 'stands for many, of which an attacker may own one';
  if (host.includes('/') || host.includes(':')) return 'is an address, not a name';
  if (isIP(host) !== 0) return 'is an address, which may belong to somebody else tomorrow';
  if (inside.test(host.toLowerCase())) return 'is not on the internet';
  return dnsName.test(host) ? undefined : 'is no DNS name in lower case';
}
