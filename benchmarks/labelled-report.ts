import type { LabelledCase, Scores, Tally, Waivers } from './labelled-scores';

/** What went wrong, a line each. */
export interface Trouble {
  readonly unreadable: string[];
  readonly crashes: string[];
}

/** What became of the templates that were included in an app as well. */
export interface Agreement {
  readonly asked: number;
  readonly agreeing: number;
  /** Why the CDK does not take a template. */
  readonly refused: ReadonlyMap<string, string>;
  readonly disagreements: readonly string[];
}

/** `labelled.md`: what was measured, with the command that measures it. */
export function labelledReport(
  scores: Scores,
  waivers: Waivers,
  { unreadable, crashes, explained }: Trouble & { readonly explained: Waivers },
  agreement: Agreement,
): string {
  const all = scores.tallies(() => 'all').get('all')!;
  const watched = (one: LabelledCase) =>
    scores.isWatched(one) ? 'cases of rules that exist' : 'cases of rules to come';
  return [
    '# Labelled templates',
    '',
    'Templates that the authors of other tools wrote and labelled for their own rules, judged by the pack with every rule on,',
    'strict ones included, through the file path (no CDK). Measured with',
    '',
    '```sh',
    'npm run bench:labelled                                            # writes this page; needs ../shared/bench',
    'npm run bench:labelled -- --bench FOLDER --out FINDINGS.json       # another folder of that form; writes the findings only',
    '```',
    '',
    '*Recall* is the share of the cases labelled as failing that are found at the labelled place; "cannot tell" counts as missed.',
    '*False alarms* is the share of the cases labelled as passing that are found all the same. Waived cases are counted apart.',
    '',
    `${scores.cases.length} cases, ${all.counts.waived} of them waived (${((100 * all.counts.waived) / scores.cases.length).toFixed(1)} %), ${unreadable.length} templates that cannot be read, ${crashes.length} crashes.`,
    '',
    ...table('', new Map([['**all**', all], ...scores.tallies(watched)])),
    '',
    '## By tool',
    '',
    ...table(
      'Tool',
      scores.tallies(({ tool }) => tool),
    ),
    '',
    'Of the rules that exist:',
    '',
    ...table(
      'Tool',
      scores.tallies((one) => (scores.isWatched(one) ? one.tool : undefined)),
    ),
    '',
    '## By service',
    '',
    'The first word of the rule. A service without rules finds nothing, and every failing case of it is missed.',
    '',
    ...table(
      'Service',
      scores.tallies(({ rules }) => rules[0].split('-')[0]),
    ),
    '',
    '## By rule',
    '',
    'Of the rules that exist. Where several correspond to a label, the case stands under the first.',
    '',
    ...table(
      'Rule',
      scores.tallies((one) => (scores.isWatched(one) ? `\`${one.rules[0]}\`` : undefined)),
    ),
    '',
    '## Open disagreements',
    '',
    'Of the rules that exist: not waived, because no page of the service decides them. The reasons stand in `open-disagreements.json`.',
    '',
    ...disagreements(scores, explained),
    '',
    '## Through `CfnInclude`',
    '',
    'Every fourth template is included in an app as well, and the gate is asked with everything on, strict rules included.',
    '',
    `${agreement.agreeing} of ${agreement.asked} give the same findings at the same resources; ${agreement.refused.size} more are not taken by the CDK, most of them for want of a required property.`,
    ...agreement.disagreements.map((line) => `- ${line}`),
    '',
    '## Waivers',
    '',
    'From `waivers.json`: what the service documents, and why the pack sides with it.',
    '',
    ...Object.entries(waivers).map(([name, reason]) => `- \`${name}\` (${waivedBy(scores, name)}): ${reason}`),
    '',
  ].join('\n');
}

function table(title: string, tallies: ReadonlyMap<string, Tally>): string[] {
  return [
    `| ${title} | failing | recall | cannot tell | missed | passing | false alarms | waived |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...[...tallies].map(([name, tally]) => {
      const { missed, waived } = tally.counts;
      const cells = [
        name,
        tally.bad,
        tally.recall,
        tally.counts['cannot tell'],
        missed,
        tally.good,
        tally.falseAlarms,
        waived,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

function disagreements(scores: Scores, explained: Waivers): string[] {
  const open = scores.judged.filter(
    ({ one, verdict }) => scores.isWatched(one) && !['detected', 'quiet', 'waived'].includes(verdict),
  );
  if (open.length === 0) return ['None.'];
  return open.map(
    ({ one, verdict }) =>
      `- ${verdict}: \`${one.id}\`, ${one.label}, ${one.rules.join(' or ')} at ${one.at.join(', ') || 'anywhere'}. ${explained[one.id] ?? 'Nobody has looked into it.'}`,
  );
}

function waivedBy(scores: Scores, name: string): string {
  const count = scores.judged.filter(({ waiver }) => waiver === name).length;
  return count === 1 ? '1 case' : `${count} cases`;
}
