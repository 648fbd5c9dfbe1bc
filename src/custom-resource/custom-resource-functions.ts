import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Functions that the CDK makes for itself, to do at deployment what CloudFormation cannot. */
export type CustomResourceFunction =
  'provider' | 'log-retention' | 'bucket-notifications' | 'sdk-call' | 'bucket-deployment' | 'provider-framework';

/**
 * The ids that the CDK gives to the constructs of these functions.
 *
 * Only its own: the code of a `CustomResourceProvider` or a `SingletonFunction` of somebody else is theirs to judge.
 *
 * @see https://github.com/aws/aws-cdk/tree/main/packages/%40aws-cdk/custom-resource-handlers
 */
const ids: readonly (readonly [RegExp, CustomResourceFunction])[] = [
  [
    /^Custom::(S3AutoDeleteObjects|VpcRestrictDefaultSG|ECRAutoDeleteImages|CrossRegionExport(Writer|Reader)|CrossRegionStringParameterReader|CrossAccountZoneDelegation|DeleteExistingRecordSet|AWSCDKOpenIdConnectProvider|SyntheticsAutoDeleteUnderlyingResources)CustomResourceProvider$/,
    'provider',
  ],
  [/^AWSCDK(CfnUtilsProvider|\.TriggerCustomResourceProvider)CustomResourceProvider$/, 'provider'],
  [/^LogRetention[0-9a-f]{32}$/, 'log-retention'],
  [/^BucketNotificationsHandler[0-9a-f]{32}$/, 'bucket-notifications'],
  [/^AWS679f53fac002430cb0da5b7982bd2287$/, 'sdk-call'],
  [/^Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/, 'bucket-deployment'],
  [/^framework-(onEvent|isComplete|onTimeout)$/, 'provider-framework'],
  [/^waiter-state-machine$/, 'provider-framework'],
];

/** Which of these functions a resource belongs to. */
export function customResourceFunctionOf(construct: IConstruct): CustomResourceFunction | undefined {
  for (const { node } of [...construct.node.scopes].reverse()) {
    const known = ids.find(([id]) => id.test(node.id));
    if (known && (known[1] !== 'provider-framework' || node.scope?.node.tryFindChild('framework-onEvent'))) {
      return known[1];
    }
  }
  return undefined;
}

export function isResource(construct: IConstruct, type: string): construct is CfnResource {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === type;
}
