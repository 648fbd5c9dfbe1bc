import { arnOperators } from './arn-operators';
import { binaryOperators } from './binary-operators';
import { boolOperators } from './bool-operators';
import { dateOperators } from './date-operators';
import { ipAddressOperators } from './ip-address-operators';
import { numericOperators } from './numeric-operators';
import type { Operator } from './operator';
import { stringOperators } from './string-operators';

const byName = new Map(
  [
    ...stringOperators,
    ...numericOperators,
    ...dateOperators,
    ...boolOperators,
    ...binaryOperators,
    ...ipAddressOperators,
    ...arnOperators,
  ].map((operator) => [operator.name.toLowerCase(), operator]),
);

export type { Operator } from './operator';

export function findOperator(name: string): Operator | undefined {
  return byName.get(name.toLowerCase());
}
