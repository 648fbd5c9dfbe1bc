import type { RuleFinding } from './rule-finding';
import type { RuleResource } from './rule-resource';

/**
 * How bad what a rule finds is.
 */
export enum RuleSeverity {
  /** Fails the synthesis and cannot be acknowledged, only let through with `breakGlass`. */
  CRITICAL = 'critical',
  /** Fails the synthesis until it is fixed or acknowledged. */
  HIGH = 'high',
  /** Warns; fails with `strict`. */
  MEDIUM = 'medium',
  /** Warns. */
  LOW = 'low',
}

/**
 * A rule of your own, which runs in the gate beside those of the library.
 *
 * Can be written in every language of the CDK. It reads the final template, so that no escape hatch or aspect
 * gets past it, and it is reported, acknowledged, levelled and kept in the baseline like every other rule.
 */
export interface ICustomRule {
  /**
   * Under which the rule is reported and acknowledged: lower case words joined by hyphens, for example `acme-queue-name`.
   *
   * Permanent; must not be the id of another rule.
   */
  readonly id: string;

  /**
   * How bad what it finds is.
   */
  readonly severity: RuleSeverity;

  /**
   * The fact that is found, in the present tense: `the queue has no name of ours`.
   */
  readonly title: string;

  /**
   * Why it matters: who could do what.
   */
  readonly why: string;

  /**
   * What to do, as an imperative with the exact property.
   */
  readonly fix: string;

  /**
   * The CloudFormation types that it looks at, for example `AWS::SQS::Queue`.
   */
  readonly resourceTypes: string[];

  /**
   * Looks at one resource.
   *
   * Called once for each resource of these types, and again for each way in which the conditions that it reads
   * can fall out. What it throws is reported as something that the rule cannot tell.
   *
   * @param resource the resource, as it will be deployed
   * @returns what was found; an empty list where all is well
   */
  check(resource: RuleResource): RuleFinding[];
}
