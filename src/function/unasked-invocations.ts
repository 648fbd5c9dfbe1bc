import { AspectPriority, Aspects, type IAspect, Reference, Stage, Tokenization } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { invokedByApi } from './api-invocations';
import { asynchronousInvokers } from './asynchronous-invokers';
import { findInvokeSource } from '../facts/invoke-sources';

const WATCHED = Symbol.for('cdk-secure-serverless.unasked-invocations');

/** Says that something invokes the function, a version or an alias of it, and does not wait. */
type Notice = (invoked: lambda.Function | lambda.QualifiedFunctionBase) => void;

/**
 * Tells a function what invokes it asynchronously and does not ask it: services that may invoke its versions and
 * aliases, for each of which Lambda keeps apart what becomes of events, and methods of APIs that do not wait.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
 */
export function noticeInvocations(fn: lambda.Function, notice: Notice): void {
  const stage: IConstruct = Stage.of(fn) ?? fn.node.root;
  const holder = stage as unknown as Record<symbol, Map<lambda.IFunction, Notice> | undefined>;
  if (!holder[WATCHED]) {
    const notices = new Map<lambda.IFunction, Notice>();
    Object.defineProperty(stage, WATCHED, { value: notices, enumerable: false });
    Aspects.of(stage).add(new UnaskedInvocations(notices), { priority: AspectPriority.MUTATING });
  }
  holder[WATCHED]!.set(fn, notice);
}

class UnaskedInvocations implements IAspect {
  constructor(private readonly notices: ReadonlyMap<lambda.IFunction, Notice>) {}

  public visit(node: IConstruct): void {
    if (node instanceof lambda.CfnPermission) this.permitted(node);
    else for (const invoked of invokedByApi(node)) this.notify(invoked);
  }

  private permitted({ functionName, principal }: lambda.CfnPermission): void {
    const qualifier = asynchronousInvokers.has(findInvokeSource(principal)?.principal ?? principal)
      ? qualifierIn(functionName)
      : undefined;
    if (qualifier) this.notify(qualifier);
  }

  private notify(invoked: IConstruct): void {
    if (invoked instanceof lambda.QualifiedFunctionBase) this.notices.get(invoked.lambda)?.(invoked);
    else if (invoked instanceof lambda.Function) this.notices.get(invoked)?.(invoked);
  }
}

function qualifierIn(functionName: string): lambda.QualifiedFunctionBase | undefined {
  const [token] = Tokenization.reverseString(functionName).tokens;
  const owner = Reference.isReference(token) ? token.target.node.scope : undefined;
  return owner instanceof lambda.QualifiedFunctionBase ? owner : undefined;
}
