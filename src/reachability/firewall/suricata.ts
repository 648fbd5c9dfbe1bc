import type { Header } from './packet-headers';

/** A rule of Suricata: what it does, the packets by their header, and what else has to be so. */
export interface SuricataRule extends Header {
  readonly action: string;
  readonly options: readonly SuricataOption[];
}

export interface SuricataOption {
  readonly keyword: string;
  readonly setting?: string;
}

const header = /^(\w+)\s+([\w.-]+)\s+(\S+)\s+(\S+)\s+(->|<>)\s+(\S+)\s+(\S+)\s*(?:\(([^]*)\))?\s*;?$/;

/**
 * The rules of a text; `undefined` for a line that is none that can be read.
 *
 * @see https://docs.suricata.io/en/latest/rules/intro.html
 */
export function parseRules(text: string): readonly (SuricataRule | undefined)[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseRule);
}

function parseRule(line: string): SuricataRule | undefined {
  // Lists of addresses and ports may have blanks in them.
  const [, action, protocol, source, sourcePort, direction, destination, destinationPort, options = ''] =
    header.exec(withoutBlanksInLists(line)) ?? [];
  if (action === undefined) return undefined;
  return {
    action: action.toLowerCase(),
    protocol: protocol.toLowerCase(),
    source,
    sourcePort,
    direction,
    destination,
    destinationPort,
    options: parseOptions(options),
  };
}

function withoutBlanksInLists(line: string): string {
  const end = line.indexOf('(');
  const head = end === -1 ? line : line.slice(0, end);
  return head.replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, '')) + line.slice(head.length);
}

/** `msg:"a; b"; sid:1; endswith;` */
export function parseOptions(text: string): readonly SuricataOption[] {
  return [...text.matchAll(/\s*([\w.-]+)\s*(?::((?:"(?:\\.|[^"\\])*"|[^";])*))?;/g)].map(([, keyword, setting]) => ({
    keyword: keyword.toLowerCase(),
    setting: setting?.trim(),
  }));
}
