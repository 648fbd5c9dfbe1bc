import { arnLike } from '../arn-matching';
import { patternOf } from '../wildcard-matching';
import type { Operator } from './operator';

/** `ArnEquals` and `ArnLike` are the same. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
export const arnOperators: readonly Operator[] = ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'].map((name) => ({
  name,
  negated: name.startsWith('ArnNot'),
  compare: (wanted, got, variables) => arnLike(patternOf(wanted, variables), got),
}));
