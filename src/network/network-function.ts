import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { render, type WrittenResource } from '../enforced/enforced';

/** A function in a network, and what the network asks about it. */
export interface NetworkFunction {
  readonly fn: lambda.Function;
  readonly resource: lambda.CfnFunction;
  /** What it runs as; what a role of somebody else allows is not seen. */
  readonly role: iam.IRole;
}

/** What Lambda calls for a function by itself, as `lambdaServiceCalls` names it. */
export type ServedAs = 'event source' | 'failure destination' | 'logs';

/**
 * What Lambda polls for the function and sends to for it, by the ARN as it is written: where a grant is about one of
 * them it is Lambda that calls, from outside the VPC.
 */
export function servedByLambda({ fn, resource }: NetworkFunction): ReadonlyMap<string, ServedAs> {
  const stack = Stack.of(fn);
  const served = new Map<string, ServedAs>();
  const add = (arn: unknown, as: ServedAs): void => {
    if (arn !== undefined) served.set(JSON.stringify(stack.resolve(arn)), as);
  };
  add(fn.logGroup.logGroupArn, 'logs');
  add((propertiesOf(resource) as Written).DeadLetterConfig?.TargetArn, 'failure destination');
  for (const child of fn.node.findAll().filter(CfnResource.isCfnResource)) {
    const { EventSourceArn, DestinationConfig } = propertiesOf(child) as Written;
    add(EventSourceArn, 'event source');
    add(DestinationConfig?.OnFailure?.Destination, 'failure destination');
    add(DestinationConfig?.OnSuccess?.Destination, 'failure destination');
  }
  return served;
}

interface Written {
  readonly EventSourceArn?: unknown;
  readonly DeadLetterConfig?: { readonly TargetArn?: unknown };
  readonly DestinationConfig?: {
    readonly OnFailure?: { readonly Destination?: unknown };
    readonly OnSuccess?: { readonly Destination?: unknown };
  };
}

function propertiesOf(resource: CfnResource): object {
  const written: WrittenResource | undefined = render(resource);
  return typeof written?.Properties === 'object' && written.Properties !== null ? written.Properties : {};
}
