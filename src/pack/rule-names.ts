import type { Finding } from '../rules';
import { escape } from './escape';

/** The name under which a finding is reported and acknowledged. */
export function ruleNameOf(rule: string, { outcome }: Pick<Finding, 'outcome'>): string {
  return outcome === 'unknown' ? `${rule}[unknown]` : rule;
}

/**
 * The name of a finding at one construct only.
 *
 * Core takes what is left of `::` for the name of a plugin, and writes spaces as hyphens.
 */
export function narrowName(name: string, constructPath: string): string {
  return `${name}[${escape(constructPath).replace(/::/g, ':').replace(/ /g, '-')}]`;
}
