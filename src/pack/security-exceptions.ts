import { Stack, Stage, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { daysUntil, isDay, maximumDays, sampleDay } from './calendar-day';
import { escape } from './escape';
import { recordException } from './exception-records';
import { narrowName } from './rule-names';
import { isSentence } from './sentence';
import { given, misshapen, optional, text, texts } from './shape';
import { CallPlace } from '../facts/call-place';

/** What a compiler would have seen to. */
const shape = {
  rule: text,
  reason: text,
  owner: text,
  expires: optional(text),
  ticket: optional(text),
  nagRules: optional(texts),
};

/**
 * A finding that is accepted: what, why, by whom and until when.
 */
export interface SecurityException {
  /**
   * The id of the rule as it is reported: `lambda-url-auth-none`, or `lambda-url-auth-none[unknown]` for what
   * cannot be told.
   *
   * An id that no rule has is an error when the gate runs, because the gate knows the rules of your own.
   */
  readonly rule: string;

  /**
   * Why the finding may stay, in a sentence that a reviewer can judge.
   */
  readonly reason: string;

  /**
   * Who answers for it: a team or a person.
   */
  readonly owner: string;

  /**
   * The last day (UTC) on which it counts, as ISO date: `2026-12-31`; at most a year away.
   *
   * Afterwards the gate warns for 14 days and then fails.
   *
   * @default - it does not expire
   */
  readonly expires?: string;

  /**
   * Where it was discussed: the number or the address of a ticket.
   *
   * @default - none
   */
  readonly ticket?: string;

  /**
   * Findings of cdk-nag's packs about the same thing, as they are printed: `AwsSolutions-APIG4`, or with the pack
   * before it, `AwsSolutions::AwsSolutions-APIG4`. Nobody checks that they exist.
   *
   * @default - only the finding of the gate is accepted
   */
  readonly nagRules?: string[];
}

/**
 * Accepted findings, written down where they are.
 *
 * An exception counts for the construct on which it is made and for what is below. It is an acknowledgement as
 * `Validations.acknowledge` makes it, so the validation report lists what it covers with reason, owner and
 * expiry; and it is checked itself when the gate runs. An id that no rule has, and a critical rule, are errors (critical
 * findings need `breakGlass`). One that has expired warns for 14 days and then fails, with what it covered. One that
 * matches no finding any more, in no Stage of the app, is a warning: remove it, or it hides the next
 * finding.
 *
 * What day it is says the clock, or `SOURCE_DATE_EPOCH` where an old commit is built again.
 *
 * Adds no resources and costs nothing.
 *
 * @example
 * SecurityExceptions.of(webhook).accept({
 *   rule: 'lambda-url-auth-none',
 *   reason: 'the payment provider cannot sign requests; the handler checks its HMAC',
 *   owner: 'team-payments',
 *   expires: '2026-12-31',
 *   ticket: 'PAY-1234',
 * });
 */
export class SecurityExceptions {
  /**
   * The exceptions of a construct.
   *
   * @param construct the narrowest construct that has the finding
   */
  public static of(construct: IConstruct): SecurityExceptions {
    if (!Construct.isConstruct(construct)) {
      throw new Error(
        `'SecurityExceptions.of' was given ${given(construct)}: give it the construct that has the finding`,
      );
    }
    return new SecurityExceptions(construct);
  }

  private constructor(private readonly construct: IConstruct) {}

  /**
   * Accepts the findings of a rule here and below.
   *
   * Throws, with everything that is wrong in one error, when the construct is an App or a Stage or lies in no Stack,
   * when the reason is shorter than a sentence (four words and twenty characters), when the owner is empty, and when
   * `expires` is no date or more than a year away.
   *
   * @param exception what is accepted, why, by whom and until when
   */
  public accept(exception: SecurityException): void {
    const refusals = this.refusalsOf(exception);
    if (refusals.length > 0) {
      throw new Error(
        `${this.construct.node.path || 'the app'}: 'SecurityExceptions.accept' of ${refusals.join('; ')}`,
      );
    }
    const { rule, reason, owner, expires, ticket, nagRules = [] } = exception;
    const path = this.construct.node.path;
    const told = [
      reason.trim(),
      `(owner: ${owner.trim()}`,
      expires === undefined ? '' : `, until ${expires}`,
      ticket === undefined ? '' : `, ${ticket}`,
      ')',
    ];
    const note = escape(`${told[0]} ${told.slice(1).join('')}`);
    // Older versions of core know one reason for each id in the whole app: the second id is of this construct only.
    Validations.of(this.construct).acknowledge(
      { id: `ServerlessSecurity::${rule}`, reason: note },
      { id: `ServerlessSecurity::${narrowName(rule, path)}`, reason: note },
    );
    for (const nagRule of nagRules) {
      // What `Validations.acknowledge` writes; it refuses ids that hold an ARN, for their colons.
      const id = `Annotation::${nagRule.replace(/^[^:[]*::/, '')}`;
      this.construct.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { [id]: note });
    }
    const place = new CallPlace(SecurityExceptions.prototype.accept);
    recordException(this.construct, { rule, reason, owner, expires, ticket }, place);
  }

  private refusalsOf(exception: SecurityException): string[] {
    const misshaped = misshapen('exception', exception, shape);
    if (misshaped.length > 0) return misshaped;
    const { rule, reason, owner, expires } = exception;
    const named = `'${escape(rule)}'`;
    const { construct } = this;
    const inStack = construct.node.scopes.some((scope) => Stack.isStack(scope));
    return [
      (Stage.isStage(construct) || !inStack) &&
        `${named} would hide every such finding of ${construct.node.path ? `'${construct.node.path}'` : 'the app'}: accept it on the construct that has it`,
      !/^[^\s:]+$/.test(rule) &&
        `${named} is not the id of a rule: write it without the name of the plugin, for example '${escape(rule.split('::').pop()!.trim() || 'lambda-url-auth-none')}'`,
      !isSentence(reason) &&
        `${named} has the reason '${escape(reason)}': say in a sentence why the finding may stay, so that a reviewer can judge it`,
      owner.trim() === '' && `${named} has no owner: name the team or person that answers for it`,
      expires !== undefined &&
        !isDay(expires) &&
        `${named} expires on '${escape(expires)}', which is not a date: write the last day as '${sampleDay()}'`,
      expires !== undefined &&
        isDay(expires) &&
        daysUntil(expires) > maximumDays &&
        `${named} expires on '${expires}', more than a year away: choose a day within a year and look again then`,
    ].filter((refusal) => refusal !== false);
  }
}
