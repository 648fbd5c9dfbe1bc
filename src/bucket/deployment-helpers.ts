import { Stack, Validations } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';
import type { Acknowledgement } from '../acknowledgement/acknowledgement';
import { inlinePolicies } from '../role/role-acknowledgements';

/** The construct ids that CDK gives its helper functions, one of each a stack. */
const NOTIFICATIONS = 'BucketNotificationsHandler050a0587b7544547bf325f094a3db834';
const EMPTYING = 'Custom::S3AutoDeleteObjectsCustomResourceProvider';

/** Only this policy, on the role of the helper only; a policy that is added to it later is still found. */
const managedPolicy: Acknowledgement[] = [
  {
    rule: 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    packs: ['AwsSolutions'],
    reason:
      'the helper of CDK runs at deployment only, may write logs, and may change the notifications of the buckets that it is for; its role is made by CDK',
  },
];

/**
 * Says openly what CDK's helper, which puts notifications on a bucket at deployment, is made of.
 *
 * A role that was passed as `notificationsHandlerRole` is the caller's to judge.
 */
export function acknowledgeNotifications(bucket: s3.Bucket): void {
  const helper = childOf(Stack.of(bucket), NOTIFICATIONS);
  const role = childOf(helper, 'Role')?.node.defaultChild;
  const policy = childOf(childOf(bucket, 'Notifications'), 'HandlerPolicy')?.node.defaultChild;
  if (role) acknowledge(role, managedPolicy);
  if (policy) acknowledge(policy, inlinePolicies);
  acknowledgeFunction(helper?.node.defaultChild);
}

/** Says openly what a bucket of a sandbox is: deleted with its stack, by CDK's helper that empties it first. */
export function acknowledgeEmptying(bucket: s3.Bucket): void {
  const helper = childOf(Stack.of(bucket), EMPTYING);
  if (!childOf(bucket, 'AutoDeleteObjectsCustomResource') || !helper) return;
  Validations.of(bucket.node.defaultChild!).acknowledge({
    id: 'ServerlessSecurity::s3-retain',
    reason: 'the stack was declared a sandbox: it is thrown away with its data',
  });
  acknowledgeFunction(childOf(helper, 'Handler'));
}

function acknowledgeFunction(fn: IConstruct | undefined): void {
  if (!fn) return;
  const reason =
    'a helper of CDK that runs at deployment only and that CDK makes; what it does is logged by CloudTrail';
  for (const id of ['lambda-log-group', 'lambda-tracing']) {
    Validations.of(fn).acknowledge({ id: `ServerlessSecurity::${id}`, reason });
  }
}

function childOf(parent: IConstruct | undefined, id: string): IConstruct | undefined {
  return parent?.node.tryFindChild(id);
}
