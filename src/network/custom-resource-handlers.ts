import { CfnResource, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { NetworkFunction } from './network-function';
import { namedBy, names } from '../enforced/references';

/** The functions that CloudFormation calls for custom resources: they answer it through S3. */
export function handlersOfCustomResources(scope: IConstruct, members: readonly NetworkFunction[]): NetworkFunction[] {
  if (members.length === 0) return [];
  const tokens = customResourcesOf(Stage.of(scope) ?? scope.node.root).map(
    (resource) => [resource, namedBy(resource, 'ServiceToken')] as const,
  );
  return members.filter((member) => tokens.some(([from, named]) => names(named, from, member.resource)));
}

function customResourcesOf(construct: IConstruct): CfnResource[] {
  const below = construct.node.children.filter((child) => !Stage.isStage(child)).flatMap(customResourcesOf);
  const isCustom =
    CfnResource.isCfnResource(construct) &&
    /^(?:Custom::|AWS::CloudFormation::CustomResource$)/.test(construct.cfnResourceType);
  return isCustom ? [construct, ...below] : below;
}
