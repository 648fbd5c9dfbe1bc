import { findOperator } from './operators';
import type { Operator } from './operators';

/** What the operator of a condition says: `ForAllValues:StringLikeIfExists`. */
export interface ConditionOperator {
  readonly set: 'all' | 'any' | undefined;
  readonly ifExists: boolean;
  readonly isNull: boolean;
  /** What compares two values; `undefined` where IAM has no such operator, and for `Null`. */
  readonly comparison: Operator | undefined;
}

/** Reads the operator of a condition as it is written. */
export function conditionOperator(written: string): ConditionOperator {
  let operator = known.get(written);
  if (!operator) {
    operator = read(written);
    if (known.size === mostKnown) known.clear();
    known.set(written, operator);
  }
  return operator;
}

/** All policies of an app are written with a handful. */
const known = new Map<string, ConditionOperator>();
const mostKnown = 1_000;

function read(written: string): ConditionOperator {
  const [, set, name = written, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i.exec(written) ?? [];
  return {
    set: set ? (set.toLowerCase() === 'forallvalues' ? 'all' : 'any') : undefined,
    ifExists: ifExists !== undefined,
    isNull: name.toLowerCase() === 'null',
    comparison: findOperator(name),
  };
}
