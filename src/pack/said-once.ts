import type { JudgedFinding } from './examination';
import { isMilder } from './levels';
import type { Resource } from '../template';

/**
 * One cause, one finding: leaves out what a rule that says more has found at the same place.
 *
 * Not where that is reported more mildly, or what is graver would be hidden. What was accepted is accepted for both, but for
 * what nobody can accept.
 */
export function saidOnce(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const telling = new Set(findings.flatMap(({ finding }) => finding.rule.saidBy ?? []));
  const said = new Map<Resource, Map<string, JudgedFinding>>();
  for (const judged of findings) {
    const { rule, resource } = judged.finding;
    if (!telling.has(rule.id)) continue;
    const there = said.get(resource) ?? new Map<string, JudgedFinding>();
    said.set(resource, there.set(placeOf(judged, rule.id), judged));
  }
  return findings.filter((judged) => {
    const { rule, resource } = judged.finding;
    return !(rule.saidBy ?? []).some((id) => {
      const other = said.get(resource)?.get(placeOf(judged, id));
      if (!other) return false;
      const { severity } = judged.judgement;
      return !isMilder(other.judgement.severity, severity) || (other.isAcknowledged && severity !== 'fatal');
    });
  });
}

function placeOf({ finding: { outcome, path, when } }: JudgedFinding, rule: string): string {
  return JSON.stringify([rule, outcome, path, when]);
}
