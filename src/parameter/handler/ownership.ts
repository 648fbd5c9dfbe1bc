import type { CloudFormationEvent } from './request';

/** The tags of a parameter. */
export type Tags = Readonly<Record<string, string>>;

const STACK = 'cdk-secure-serverless:stack-id';
const RESOURCE = 'cdk-secure-serverless:logical-id';
const REQUEST = 'cdk-secure-serverless:request-id';
const ANSWERED = 'cdk-secure-serverless:answered';
const ROTATION = 'cdk-secure-serverless:rotation';

/**
 * The tags with which a parameter is made: whose it is, for which request, and that CloudFormation does not know yet.
 */
export function tagsOfNew(event: CloudFormationEvent, rotation: number): Tags {
  return {
    [STACK]: event.StackId,
    [RESOURCE]: event.LogicalResourceId,
    [REQUEST]: event.RequestId,
    [ANSWERED]: 'no',
    ...tagsOfRotation(rotation),
  };
}

export function tagsOfRotation(rotation: number): Tags {
  return { [ROTATION]: String(rotation) };
}

/** CloudFormation was told that the parameter exists. */
export const answered: Tags = { [ANSWERED]: 'yes' };

/** Whether this resource of this stack made the parameter. */
export function isOwn(tags: Tags | undefined, event: CloudFormationEvent): tags is Tags {
  return tags?.[STACK] === event.StackId && tags[RESOURCE] === event.LogicalResourceId;
}

/** Whether this very request made it, and is delivered again. */
export function isMadeBy(tags: Tags, event: CloudFormationEvent): boolean {
  return tags[REQUEST] === event.RequestId;
}

export function isAnswered(tags: Tags): boolean {
  return tags[ANSWERED] !== 'no';
}

/** The highest rotation that has a value. */
export function rotationOf(tags: Tags | undefined): number {
  return Number(tags?.[ROTATION] ?? 0) || 0;
}
