import type { IConstruct } from 'constructs';
import { escape } from './escape';

/**
 * The path by which core finds a construct: the CDK CLI leaves out what it cannot find in a selected stack.
 *
 * Core prints it as it is. One that could spoof the terminal is left out, which the CLI takes for all stacks; what is
 * acknowledged is not printed.
 */
export function reportedPath(constructPath: string, isAcknowledged = false): string | undefined {
  return isAcknowledged || escape(constructPath) === constructPath ? constructPath : undefined;
}

/** The same of a construct at hand. */
export function reportedPathOf({ node }: IConstruct): string | undefined {
  return reportedPath(node.path);
}
