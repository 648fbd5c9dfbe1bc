import { AspectPriority, Aspects, type IAspect, Reference, Stage, Tokenization } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { findInvokeSource } from '../facts/invoke-sources';

const WATCHED = Symbol.for('cdk-secure-serverless.qualified-invocations');

/** Says that a service may invoke a version or an alias. */
type Notice = (qualifier: lambda.QualifiedFunctionBase, service: string) => void;

/**
 * Tells a function who may invoke its versions and aliases: Lambda keeps what becomes of asynchronous events for each of
 * them apart, and they take permissions without asking the function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
 */
export function configureQualifiers(fn: lambda.Function, notice: Notice): void {
  const stage: IConstruct = Stage.of(fn) ?? fn.node.root;
  const holder = stage as unknown as Record<symbol, Map<lambda.IFunction, Notice> | undefined>;
  if (!holder[WATCHED]) {
    const notices = new Map<lambda.IFunction, Notice>();
    Object.defineProperty(stage, WATCHED, { value: notices, enumerable: false });
    Aspects.of(stage).add(new QualifiedInvocations(notices), { priority: AspectPriority.MUTATING });
  }
  holder[WATCHED]!.set(fn, notice);
}

class QualifiedInvocations implements IAspect {
  constructor(private readonly notices: ReadonlyMap<lambda.IFunction, Notice>) {}

  public visit(node: IConstruct): void {
    if (!(node instanceof lambda.CfnPermission)) return;
    const qualifier = qualifierIn(node.functionName);
    const notice = qualifier && this.notices.get(qualifier.lambda);
    notice?.(qualifier!, findInvokeSource(node.principal)?.principal ?? node.principal);
  }
}

function qualifierIn(functionName: string): lambda.QualifiedFunctionBase | undefined {
  const [token] = Tokenization.reverseString(functionName).tokens;
  const owner = Reference.isReference(token) ? token.target.node.scope : undefined;
  return owner instanceof lambda.QualifiedFunctionBase ? owner : undefined;
}
