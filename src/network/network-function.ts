import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { WrittenGrant } from './written-grants';
import { render, type WrittenResource } from '../enforced/enforced';

/** A function in a network, and what the network asks about it. */
export interface NetworkFunction {
  readonly fn: lambda.Function;
  readonly resource: lambda.CfnFunction;
  /** What it runs as; what a role of somebody else allows is not seen. */
  readonly role: iam.IRole;
}

/**
 * The ARNs of what Lambda polls for the function and sends to for it, as they are written: where a grant is about one of
 * them it is Lambda that calls, from outside the VPC.
 */
export function servedByLambda({ fn, resource }: NetworkFunction): ReadonlySet<string> {
  const stack = Stack.of(fn);
  const arns = new Set<string>();
  const add = (arn: unknown): void => {
    if (arn !== undefined) arns.add(JSON.stringify(stack.resolve(arn)));
  };
  add((propertiesOf(resource) as Written).DeadLetterConfig?.TargetArn);
  add(fn.logGroup.logGroupArn);
  for (const child of fn.node.findAll().filter(CfnResource.isCfnResource)) {
    const { EventSourceArn, DestinationConfig } = propertiesOf(child) as Written;
    add(EventSourceArn);
    add(DestinationConfig?.OnFailure?.Destination);
    add(DestinationConfig?.OnSuccess?.Destination);
  }
  return arns;
}

/** Whether a statement is about nothing but what Lambda serves; listing, of which grants are a part, is about everything. */
export function isAbout(served: ReadonlySet<string>, { resources }: WrittenGrant): boolean {
  return resources.every((arn) => arn === '*' || served.has(JSON.stringify(arn)));
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
