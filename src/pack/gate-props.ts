import type { NagPackProps } from 'cdk-nag';
import type { ICustomRule } from './custom-rule';
import type { Framework } from './framework';
import type { RuleLevel } from './rule-level';

/**
 * What the gate does with what it finds.
 */
export enum GateMode {
  /** Errors and critical findings fail the synthesis. */
  ENFORCE = 'enforce',
  /**
   * Everything is reported, as warnings, and nothing fails: the first day of an app that already exists.
   *
   * What would fail comes first and says so.
   */
  REPORT = 'report',
}

/**
 * Lets one critical finding through, for a while.
 *
 * Critical findings cannot be acknowledged: there is no legitimate use for what they
 * find. This is for the night on which it must go out nevertheless.
 */
export interface BreakGlass {
  /**
   * The id of the rule, for example `s3-acl-public-write`.
   */
  readonly rule: string;

  /**
   * The path of the construct that the finding names, or of one above it.
   */
  readonly constructPath: string;

  /**
   * Why it must be let through, in a sentence; stands in the report.
   */
  readonly reason: string;

  /**
   * The last day (UTC) on which it is let through, as ISO date: `2026-12-31`; at most a year away.
   */
  readonly expires: string;
}

/**
 * Properties of the gate.
 */
export interface ServerlessSecurityChecksProps extends NagPackProps {
  /**
   * Runs the contested, costly and situational rules too, and makes medium findings errors.
   *
   * @default false
   */
  readonly strict?: boolean;

  /**
   * Whether findings fail the synthesis.
   *
   * @default GateMode.ENFORCE
   */
  readonly mode?: GateMode;

  /**
   * Critical findings that are let through for a while; one that lets nothing through any more is told.
   *
   * @default - none
   */
  readonly breakGlass?: BreakGlass[];

  /**
   * Rules that are reported more or less severely than they are by themselves, everywhere or below one construct.
   *
   * Lowering needs a reason and is listed in every report; critical rules cannot be lowered.
   *
   * @default - every rule as its documentation says
   */
  readonly levels?: RuleLevel[];

  /**
   * Narrows the gate to the rules that look after a control of one of these lists; rules of your own run always.
   *
   * @default - all rules run
   */
  readonly frameworks?: Framework[];

  /**
   * Rules of your own, which run beside those of the library.
   *
   * @default - none
   */
  readonly customRules?: ICustomRule[];

  /**
   * A file with the findings that were there when the gate came: they are reported as known, and only new ones fail.
   *
   * Commit it. It is written by `cdk synth -c cdk-secure-serverless:write-baseline=true`, never by an ordinary synthesis, with
   * what is found in that run and not acknowledged, critical findings too. An entry is a fingerprint that survives a move to
   * another file, stack or Stage and another order of resources. What is fixed must leave the file: until it is written again that is a
   * warning, and an error with `strict`. A file that is damaged or of another version fails the synthesis and is left
   * as it is.
   *
   * The path is relative to the folder in which the app runs, and must not lie in the cloud assembly.
   *
   * @default - no finding is known
   */
  readonly baseline?: string;
}
