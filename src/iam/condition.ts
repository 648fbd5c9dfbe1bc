import { conditionOperator } from './condition-operator';
import type { ConditionOperator } from './condition-operator';
import type { Operator } from './operators';
import type { RequestContext } from './request-context';
import { Term } from './term';
import { all, not, some, truthOf } from './truth';
import type { Truth } from './truth';
import type { Variables } from './wildcard-matching';
import type { Resolved } from '../template/resolved';
import { Unknown } from '../template/resolved';

/** One key of a condition block: `{ "StringEquals": { "aws:SourceAccount": "111122223333" } }`. */
export class Condition {
  private readonly said: ConditionOperator;

  constructor(
    /** With set operator and `IfExists`: `ForAllValues:StringLikeIfExists`. */
    readonly operator: string,
    readonly key: string,
    readonly values: readonly Term[],
  ) {
    this.said = conditionOperator(operator);
  }

  holds(context: RequestContext, variables: Variables = (name) => context.variable(name)): Truth {
    const got = context.values(this.key);
    if (got === 'unknown') return 'unknown';
    const { set, isNull, comparison } = this.said;
    if (isNull) return this.isNull(got);
    if (!comparison) return 'unknown';
    if (!got || got.length === 0 || (set && isNullDataSet(got))) return truthOf(this.holdsForNothing(comparison));
    const each = got.map((value) => this.holdsFor(comparison, value, variables));
    if (set === 'all') return all(each);
    if (set === 'any') return some(each);
    return comparison.negated ? all(each) : some(each);
  }

  /**
   * Without the key every operator with `IfExists` holds, and negated ones do; `ForAllValues` too, as all of no values
   * are as wanted, and `ForAnyValue` does not, negated or not: with `IfExists` neither, as whoever tried it found. An empty
   * text is no value either where a set of them is asked for.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
   * @see https://repost.aws/questions/QU9HFmDzP0QGuU-fd7rS6B7w/foranyvalue-stringequalsifexists-behaving-unexpectedly
   */
  private holdsForNothing(operator: Operator): boolean {
    const { set, ifExists } = this.said;
    if (set) return set === 'all';
    return ifExists || operator.negated;
  }

  /** Whether one value of the request is among those of the policy, or for a negated operator among none of them. */
  private holdsFor(operator: Operator, value: Term, variables: Variables): Truth {
    const among = some(this.values.map((wanted) => operator.compare(wanted, value.tokens, variables)));
    return operator.negated ? not(among) : among;
  }

  /**
   * Whether the key is there and has a value, which an empty text is not.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html#reference_policies_condition-multi-valued-context-keys
   */
  private isNull(got: readonly Term[] | undefined): Truth {
    const absent = got === undefined || isNullDataSet(got);
    return some(
      this.values.map((wanted) =>
        wanted.known === undefined ? 'unknown' : truthOf(wanted.known.toLowerCase() === String(absent)),
      ),
    );
  }

  toString(): string {
    return `${this.operator} ${this.key} ${this.values.map((value) => `"${value}"`).join(', ')}`;
  }
}

function isNullDataSet(got: readonly Term[]): boolean {
  return got.every(({ known }) => known === '');
}

/** The conditions of a statement; all of them have to hold. */
export function conditionsOf(block: Resolved | undefined): readonly Condition[] {
  if (block === undefined || block === null) return [];
  if (!isPlainObject(block)) return [new Condition('unknown', 'Condition', [Term.of(block)])];
  return Object.entries(block).flatMap(([operator, keys]) =>
    isPlainObject(keys)
      ? Object.entries(keys).map(([key, values]) => new Condition(operator, key, termsOf(values)))
      : [new Condition('unknown', operator, [Term.of(keys)])],
  );
}

/** One value or a list of them. */
export function termsOf(values: Resolved | undefined): readonly Term[] {
  if (values === undefined) return [];
  return (Array.isArray(values) ? (values as readonly Resolved[]) : [values]).map((value) => Term.of(value));
}

export function isPlainObject(value: unknown): value is { readonly [key: string]: Resolved } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
  );
}
