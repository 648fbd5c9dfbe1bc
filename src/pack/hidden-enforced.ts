import type { IConstruct } from 'constructs';
import { enforcedPaths } from '../enforced/enforced';
import type { Finding } from '../rules';

/** Whether an enforced property lies at, above or below what nobody can tell. */
export function hidesEnforced({ path, outcome }: Finding, construct: IConstruct): boolean {
  if (outcome !== 'unknown' || path[0] !== 'Properties') return false;
  const hidden = path.slice(1).join('.');
  return enforcedPaths(construct).some(
    (enforced) => enforced === hidden || enforced.startsWith(`${hidden}.`) || hidden.startsWith(`${enforced}.`),
  );
}
