import { onWholeValues } from './operator';
import type { Operator } from './operator';

/** Base64 against base64, byte for byte. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals */
export const binaryOperators: readonly Operator[] = [
  onWholeValues('BinaryEquals', (wanted, got) => Buffer.from(wanted, 'base64').equals(Buffer.from(got, 'base64'))),
];
