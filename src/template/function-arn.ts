import { Reference } from './resolved';
import type { Resolved } from './resolved';

/**
 * The pieces of the ARN that a reference to a function, or to a version or an alias of one, stands for: the CDK takes
 * the name of the function out of the ARN of its alias.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html#aws-resource-lambda-alias-return-values
 */
export function piecesOfFunctionArn(value: Resolved | undefined): readonly Resolved[] | undefined {
  if (!(value instanceof Reference)) return undefined;
  const { resource, attribute } = value;
  const before = ['arn', '${AWS::Partition}', 'lambda', '${AWS::Region}', '${AWS::AccountId}', 'function'];
  if (resource.is('AWS::Lambda::Function')) {
    return attribute === 'Arn' ? [...before, new Reference(resource, 'Ref')] : undefined;
  }
  const isQualified = resource.is('AWS::Lambda::Alias') || resource.is('AWS::Lambda::Version');
  if (!isQualified || attribute !== 'Ref') return undefined;
  const { target } = resource.read('FunctionName');
  if (!target?.is('AWS::Lambda::Function')) return undefined;
  const qualifier = resource.is('AWS::Lambda::Alias')
    ? (resource.read('Name').resolved ?? null)
    : new Reference(resource, 'Version');
  return [...before, new Reference(target, 'Ref'), qualifier];
}
