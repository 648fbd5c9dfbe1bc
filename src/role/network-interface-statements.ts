import type { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

const onInterfaces = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * What Lambda needs of the role to put a function, or its poller, into a VPC, and the function's own code does not.
 *
 * Lambda makes these calls without `lambda:SourceFunctionArn`, the code's calls always carry it. The resource of the
 * deletion has to be written like this, AWS says, or the function does not reach the VPC.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export function networkInterfaceStatements(stack: Stack, described: readonly string[]): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: [...onInterfaces],
      resources: [stack.formatArn({ service: 'ec2', resource: '*', resourceName: '*' })],
    }),
    new PolicyStatement({ actions: [...described], resources: ['*'] }),
    new PolicyStatement({
      sid: 'NotByTheCodeOfTheFunction',
      effect: Effect.DENY,
      actions: [...onInterfaces, 'ec2:DetachNetworkInterface', ...described],
      resources: ['*'],
      conditions: { Null: { 'lambda:SourceFunctionArn': 'false' } },
    }),
  ];
}

/** For a function in a VPC. */
export const describedForFunction: readonly string[] = ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'];

/**
 * For the poller of a Kafka cluster, which runs in the cluster's VPC.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html
 */
export const describedForPoller: readonly string[] = [
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
];
