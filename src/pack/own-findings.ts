/** What the gate finds about itself and about what it was told, each with what it means. */
export const ownFindings = {
  'baseline-damaged': 'the baseline cannot be read, or may not lie where it does; nothing is known',
  'baseline-fixed': 'findings of the baseline are fixed or accepted, and must leave it',
  'baseline-known': 'what is left of the baseline: how many of each rule',
  'baseline-missing': 'the file of the baseline is not there',
  'baseline-written': 'the baseline is being written; nothing fails in this run',
  'break-glass-stale': 'a `breakGlass` lets nothing through any more, in no Stage',
  'exception-critical': 'an exception names a critical rule; only `breakGlass` lets its findings through',
  'exception-lapsed': 'an exception has expired; 14 days later it fails, with what it covered',
  'exception-stale': 'an exception matches nothing any more, in no Stage',
  'exception-unknown-rule': 'an exception names no rule',
  'findings-counted': 'how many findings there are, where there are more than 20, or where the gate only reports',
  'gate-failure': 'the gate broke down, so nothing was checked',
  'level-without-construct': 'a level is given for a path that no construct has',
  'lowered-level': 'a rule is reported less severely than by itself, and why',
  'stage-findings': 'a Stage has open findings, told to the CDK CLI, which leaves them out',
} as const;

export type OwnFinding = keyof typeof ownFindings;
