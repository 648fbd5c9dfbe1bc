import type { Rule } from '../../src/rules';

const url = /https:\/\/[^\s)'"]*[^\s)'",.;:]/g;

/** A text without the addresses in it, which stand under the sources. */
export function linked(text: string): string {
  return text
    .replace(new RegExp(` ?\\((?:${url.source}(?:, )?)+\\)`, 'g'), '')
    .replace(new RegExp(`[:,]? ?${url.source}(?=[.;,]|$| asks)`, 'g'), (match, offset: number) =>
      text.slice(offset + match.length).startsWith(' asks') ? ' AWS' : '',
    )
    .replace(url, 'AWS')
    .replace(/^[.,; ]+/, '')
    .trim();
}

/** What the texts of a rule refer to, as a list of links. */
export function sourcesOf({ why, serviceDefault, notes = '' }: Rule): string[] {
  const addresses = [...new Set([why, serviceDefault, notes].flatMap((text) => text.match(url) ?? []))];
  return addresses.length > 0
    ? [`- **Sources:** ${addresses.map((one) => `[${nameOf(one)}](${one})`).join(', ')}`]
    : [];
}

/** `AmazonS3: acl-overview`, of its address. */
function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').filter((part) => part !== '');
  const page = (parts.at(-1) ?? hostname).replace(/\.html$/, '');
  return hostname === 'docs.aws.amazon.com' ? `${parts[0]}: ${page}` : `${hostname}: ${page}`;
}
