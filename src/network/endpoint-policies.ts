import { Fn, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Whose calls an endpoint lets through. */
export interface Perimeter {
  /** @default - this account */
  readonly organizationId?: string;
}

/**
 * Lets own principals through to own resources: with the credentials of another account nothing gets in or out, and
 * nothing gets to another account's bucket.
 *
 * @see https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/vpc_endpoint_policies/default_endpoint_policy.json
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
 */
export function ownToOwn(scope: IConstruct, { organizationId }: Perimeter): iam.PolicyStatement {
  const { account } = Stack.of(scope);
  return new iam.PolicyStatement({
    sid: 'OwnPrincipalsToOwnResources',
    principals: [new iam.AnyPrincipal()],
    actions: ['*'],
    resources: ['*'],
    conditions: {
      StringEquals:
        organizationId === undefined
          ? { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account }
          : { 'aws:PrincipalOrgID': organizationId, 'aws:ResourceOrgID': organizationId },
    },
  });
}

/** Lets own principals through to resources of others that were named. */
export function ownToNamed(
  scope: IConstruct,
  { organizationId }: Perimeter,
  resources: readonly string[],
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'OwnPrincipalsToNamedResources',
    principals: [new iam.AnyPrincipal()],
    actions: ['*'],
    resources: [...resources],
    conditions: {
      StringEquals:
        organizationId === undefined
          ? { 'aws:PrincipalAccount': Stack.of(scope).account }
          : { 'aws:PrincipalOrgID': organizationId },
    },
  });
}

/**
 * Lets handlers of custom resources answer CloudFormation, at a URL that CloudFormation signed for its own bucket.
 *
 * Only where such a handler runs in the network: who can deploy a stack elsewhere reads what is put there.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-vpce-bucketnames.html
 */
export function answersToCloudFormation(scope: IConstruct): iam.PolicyStatement {
  const stack = Stack.of(scope);
  return new iam.PolicyStatement({
    sid: 'AnswersToCloudFormation',
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: [`arn:${stack.partition}:s3:::${responseBucket(stack)}/*`],
  });
}

/** The name has the region without its dashes, which `Fn::Split` and `Fn::Join` take away from a region not known yet. */
function responseBucket(stack: Stack): string {
  return `cloudformation-custom-resource-response-${withoutDashes(stack)}`;
}

function withoutDashes(stack: Stack): string {
  const { region } = stack;
  return Token.isUnresolved(region) ? Fn.join('', Fn.split('-', region)) : region.replace(/-/g, '');
}
