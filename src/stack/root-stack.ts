import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The stack that is deployed by itself: what nested stacks share lies there. */
export function rootStackOf(construct: IConstruct): Stack {
  const stack = Stack.of(construct);
  return stack.nestedStackParent ? rootStackOf(stack.nestedStackParent) : stack;
}
