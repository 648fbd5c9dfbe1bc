import { Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../acknowledgement/acknowledgement';
import type { Acknowledgement } from '../acknowledgement/acknowledgement';
import { inlinePolicies } from '../role/role-acknowledgements';

/** The construct id that CDK gives its helper function, one a stack. */
const HELPER = 'BucketNotificationsHandler050a0587b7544547bf325f094a3db834';

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
export function acknowledgeHelper(bucket: s3.Bucket): void {
  const role = Stack.of(bucket).node.tryFindChild(HELPER)?.node.tryFindChild('Role')?.node.defaultChild;
  const policy = bucket.node.tryFindChild('Notifications')?.node.tryFindChild('HandlerPolicy')?.node.defaultChild;
  if (!role || !policy) return;
  acknowledge(role, managedPolicy);
  acknowledge(policy, inlinePolicies);
}
