/**
 * How findings of a rule are reported.
 */
export enum RuleLevelKind {
  /** Fails the synthesis and cannot be acknowledged, only let through with `breakGlass`. */
  FATAL = 'fatal',
  /** Fails the synthesis until it is fixed or acknowledged. */
  ERROR = 'error',
  /** Is reported and never fails. */
  WARNING = 'warning',
  /** Is not reported. */
  OFF = 'off',
}

/**
 * Reports a rule more or less severely than it is by itself, everywhere or below one construct.
 *
 * Raising is free. Lowering needs a reason and is listed in every report, because a gate that
 * was quietly opened looks like one that is closed.
 *
 * Where several levels are given for a rule, the one with the longest matching scope counts.
 */
export interface RuleLevel {
  /**
   * The id of the rule: `s3-versioning`, or `s3-versioning[unknown]` for what cannot be told.
   *
   * `OFF` for a rule turns off what cannot be told, too.
   */
  readonly rule: string;

  /**
   * How its findings are reported.
   *
   * Critical rules cannot be lowered. What hides a property that one of our constructs
   * enforces stays an error.
   */
  readonly level: RuleLevelKind;

  /**
   * The path of a Stage, Stack or construct: the level counts for it and what is below.
   *
   * @default - everything that the gate looks at
   */
  readonly scope?: string;

  /**
   * Why it may be lower, in a sentence; stands in the report.
   *
   * @default - none, which is enough where the level is not lower
   */
  readonly reason?: string;
}
