import type { BaselineEntry } from './baseline-file';

/**
 * Which findings a baseline knows.
 */
export class Baseline {
  /** Which of the findings that were given are known, by their position. */
  readonly known = new Set<number>();
  /** Entries for which there is no finding any more. */
  readonly fixed: readonly BaselineEntry[];

  /**
   * @param entries each stands for one finding
   * @param findings all of the app
   */
  constructor(entries: readonly BaselineEntry[], findings: readonly BaselineEntry[]) {
    const left = new Map<string, BaselineEntry[]>();
    for (const entry of entries) {
      const same = left.get(entry.fingerprint);
      if (same) same.push(entry);
      else left.set(entry.fingerprint, [entry]);
    }
    // Those that did not move first: of several that are alike, the one at a new place is the new one.
    for (const isWanted of [isAtSamePlace, () => true]) {
      findings.forEach((finding, index) => {
        const candidates = left.get(finding.fingerprint) ?? [];
        const match = this.known.has(index) ? -1 : candidates.findIndex((entry) => isWanted(entry, finding));
        if (match === -1) return;
        candidates.splice(match, 1);
        this.known.add(index);
      });
    }
    this.fixed = [...left.values()].flat();
  }
}

function isAtSamePlace(one: BaselineEntry, other: BaselineEntry): boolean {
  return one.constructPath === other.constructPath;
}
