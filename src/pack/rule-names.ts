import type { Finding } from '../rules';
import { escape } from './escape';

/** The name under which a finding is reported and acknowledged. */
export function ruleNameOf(rule: string, { outcome }: Pick<Finding, 'outcome'>): string {
  return outcome === 'unknown' ? `${rule}[unknown]` : rule;
}

/**
 * The name of a finding at one construct only.
 *
 * Core takes what is left of `::` for the name of a plugin, writes spaces as hyphens, and breaks down on brackets that
 * are not closed.
 */
export function narrowName(name: string, constructPath: string): string {
  const path = escape(constructPath).replace(/::/g, ':').replace(/ /g, '-');
  return `${name}[${hasPairedBrackets(path) ? path : path.replace(/[[\](){}]/g, '-')}]`;
}

function hasPairedBrackets(text: string): boolean {
  const pair = /\[[^[\](){}]*\]|\([^[\](){}]*\)|\{[^[\](){}]*\}/g;
  const left = text.replace(pair, '');
  return left === text ? !/[[\](){}]/.test(text) : hasPairedBrackets(left);
}
