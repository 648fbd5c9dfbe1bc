import type { NagPackProps } from 'cdk-nag';

/**
 * What the gate does with what it finds.
 */
export enum GateMode {
  /** Errors and critical findings fail the synthesis. */
  ENFORCE = 'enforce',
  /** Everything is reported, as warnings, and nothing fails: the first day of an app that already exists. */
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
   * Why it must be let through; stands in the report.
   */
  readonly reason: string;

  /**
   * The last day on which it is let through, as ISO date: `2026-12-31`.
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
   * Critical findings that are let through for a while.
   *
   * @default - none
   */
  readonly breakGlass?: BreakGlass[];
}
