import type { Application, Resource } from '../template';
import type { RuleReferences } from './references';
import type { Result } from './results';

/** How bad it is: critical cannot be acknowledged, high fails the synthesis, medium and low warn. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/**
 * One rule: what is wrong, why it matters, how to set it right, and how it is found.
 */
export interface Rule {
  /** The name of the file and the row of the catalogue; permanent, never used again for something else. */
  readonly id: string;
  /** Names that the rule had before, under which it may still be acknowledged. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  /** Contested, costly or situational: runs only when asked for. */
  readonly strict?: true;
  /** The fact that was found, in the present tense: `the function URL accepts unauthenticated calls`. */
  readonly title: string;
  /** Actor, path and impact, in two sentences. */
  readonly why: string;
  /** What the service does where the template says nothing. */
  readonly serviceDefault: string;
  /** An imperative, with the exact property. */
  readonly fix: string;
  readonly references: RuleReferences;
  /** Rules that say more of the same place: where one of them has a finding, the gate leaves this one out. */
  readonly saidBy?: readonly string[];
  /** Exceptions, or where the rule differs from others of the same purpose. */
  readonly notes?: string;
  readonly appliesTo: string | readonly string[];
  /**
   * Runs once for each resource, and for each way in which the conditions and parameters that it reads can fall out.
   *
   * One result or several; none is a pass.
   */
  check(resource: Resource, app: Application): Result | readonly Result[];
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
