/** One template that the author of another tool labelled for one rule of theirs. */
export interface LabelledCase {
  readonly id: string;
  readonly tool: string;
  readonly file: string;
  /** The other tool's rule. */
  readonly label: string;
  /** Ours that correspond to it: any of them counts. */
  readonly rules: readonly string[];
  readonly expected: 'fail' | 'pass';
  /** The labelled resources. */
  readonly at: readonly string[];
  /** Other places where a finding about them may sit. */
  readonly near: readonly string[];
}

export interface FoundHere {
  readonly rule: string;
  readonly logicalId: string;
  readonly unknown?: true;
}

/** Why we side with the service, by `<tool> <label>`, or by the id of a single case whose template is mislabelled. */
export type Waivers = Readonly<Record<string, string>>;

export type Verdict = 'detected' | 'missed' | 'cannot tell' | 'quiet' | 'false alarm' | 'waived';

export class Tally {
  readonly counts: Record<Verdict, number> = {
    detected: 0,
    missed: 0,
    'cannot tell': 0,
    quiet: 0,
    'false alarm': 0,
    waived: 0,
  };

  get bad(): number {
    return this.counts.detected + this.counts.missed + this.counts['cannot tell'];
  }

  get good(): number {
    return this.counts.quiet + this.counts['false alarm'];
  }

  get recall(): string {
    return share(this.counts.detected, this.bad);
  }

  get falseAlarms(): string {
    return share(this.counts['false alarm'], this.good);
  }
}

/** What the labels say about the findings, counted as `score.mjs` beside the cases counts. */
export class Scores {
  readonly judged: readonly { readonly one: LabelledCase; readonly verdict: Verdict; readonly waiver?: string }[];
  /** The waivers that no case needs any more. */
  readonly idleWaivers: readonly string[];

  constructor(
    readonly cases: readonly LabelledCase[],
    findings: Readonly<Record<string, readonly FoundHere[]>>,
    waivers: Waivers,
    private readonly ours: ReadonlySet<string>,
  ) {
    const used = new Set<string>();
    this.judged = cases.map((one) => {
      const verdict = verdictOn(one, findings[one.file] ?? []);
      if (verdict === 'detected' || verdict === 'quiet') return { one, verdict };
      const waiver = [one.id, `${one.tool} ${one.label}`].find((name) => Object.hasOwn(waivers, name));
      if (waiver === undefined) return { one, verdict };
      used.add(waiver);
      return { one, verdict: 'waived' as const, waiver };
    });
    this.idleWaivers = Object.keys(waivers).filter((name) => !used.has(name));
  }

  /** Whether there is a rule of ours that could find it. */
  isWatched({ rules }: LabelledCase): boolean {
    return rules.some((rule) => this.ours.has(rule));
  }

  tallies(keyOf: (one: LabelledCase) => string | undefined): ReadonlyMap<string, Tally> {
    const tallies = new Map<string, Tally>();
    for (const { one, verdict } of this.judged) {
      const key = keyOf(one);
      if (key === undefined) continue;
      const tally = tallies.get(key) ?? new Tally();
      tally.counts[verdict]++;
      tallies.set(key, tally);
    }
    return new Map([...tallies].sort(([a], [b]) => a.localeCompare(b)));
  }

  summary(): string {
    const line = (name: string, tally: Tally | undefined) =>
      tally
        ? `${name}: recall ${tally.recall} of ${tally.bad}, false alarms ${tally.falseAlarms} of ${tally.good}, ${tally.counts.waived} waived`
        : `${name}: none`;
    return [
      line('all cases', this.tallies(() => 'all').get('all')),
      line(
        'cases of rules that exist',
        this.tallies((one) => (this.isWatched(one) ? 'watched' : undefined)).get('watched'),
      ),
    ].join('\n');
  }
}

function verdictOn({ rules, expected, at, near }: LabelledCase, findings: readonly FoundHere[]): Verdict {
  const places = new Set([...at, ...(expected === 'fail' ? near : [])]);
  const hits = findings.filter(
    ({ rule, logicalId }) => rules.includes(rule) && (places.size === 0 || places.has(logicalId)),
  );
  const sure = hits.some(({ unknown }) => !unknown);
  if (expected === 'pass') return sure ? 'false alarm' : 'quiet';
  if (sure) return 'detected';
  return hits.length > 0 ? 'cannot tell' : 'missed';
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}
