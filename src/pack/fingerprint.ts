import { createHash } from 'node:crypto';
import type { Finding } from '../rules';
import { ruleNameOf } from './rule-names';

/** Names that constructs of the CDK give to what they make: they do not tell one construct from another. */
const ofEveryConstruct: ReadonlySet<string> = new Set([
  'Resource',
  'Default',
  'DefaultPolicy',
  'Policy',
  'Role',
  'ServiceRole',
  'Function',
  'FunctionUrl',
  'Handler',
  'LogGroup',
  'Key',
  'EventInvokeConfig',
  'Account',
  'CloudWatchRole',
]);

/**
 * What stays the same of a finding when its construct moves to another file, stack or Stage, and when resources,
 * statements or list items change places.
 *
 * It is made of the rule, the type, the last names of the construct path, the property without positions, and what
 * was found there without the names of other resources. Another insecure value is another finding.
 */
export function fingerprintOf(finding: Finding, constructPath: string): string {
  const { rule, resource, path, got = '', because = '' } = finding;
  const parts = [
    ruleNameOf(rule.id, finding),
    resource.type,
    tailOf(constructPath),
    path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('/'),
    (got || because).replace(/\$\{[^}]*\}/g, '${}'),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

/** From the last name that somebody chose. */
function tailOf(constructPath: string): string {
  const names = constructPath.split('/');
  let start = names.length - 1;
  while (start > 0 && ofEveryConstruct.has(names[start])) start--;
  return names.slice(start).join('/');
}
