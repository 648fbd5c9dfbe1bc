import { arnOf, canInThisWorld } from '../../../iam';
import type { Verdict } from '../../../iam';
import type { Resource } from '../../../template';

/** A service that uses a key on behalf of a resource. */
interface KeyUser {
  /** As the service may be named in the policy; the first is how it is documented. */
  readonly services: readonly [string, ...string[]];
  readonly key: string;
  readonly actions: readonly string[];
  /** What the service says about the resource when it asks. */
  readonly context: (resource: Resource) => Readonly<Record<string, string>>;
}

/**
 * What a service asks of the key of a resource.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export const keyUsers: Readonly<Record<string, KeyUser>> = {
  'AWS::Logs::LogGroup': {
    // AWS takes the name without the region too, and the CDK writes that one (`standardizedServicePrincipals`).
    services: ['logs.${AWS::Region}.amazonaws.com', 'logs.amazonaws.com'],
    key: 'KmsKeyId',
    actions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:GenerateDataKey',
      'kms:DescribeKey',
    ],
    context: (group) => ({ 'kms:EncryptionContext:aws:logs:arn': arnOf(group).replace(/:\*$/, '') }),
  },
  'AWS::CloudTrail::Trail': {
    services: ['cloudtrail.amazonaws.com'],
    key: 'KMSKeyId',
    actions: ['kms:GenerateDataKey', 'kms:DescribeKey'],
    context: () => ({}),
  },
};

/**
 * Whether the key policy lets the service do it, under one of its names.
 *
 * Where the partition is written out in the policy, it is the one that the app is written for.
 */
export function mayUse(
  services: readonly [string, ...string[]],
  action: string,
  key: Resource,
  context: Readonly<Record<string, string>>,
): Verdict {
  const [first, ...others] = services.map((service) => mayUseAs(service, action, key, context));
  return others.reduce(
    (best, verdict) => (best.decision === 'denied' || verdict.decision === 'allowed' ? verdict : best),
    first,
  );
}

function mayUseAs(service: string, action: string, key: Resource, context: Readonly<Record<string, string>>): Verdict {
  const written = Object.entries(context).map(([name, text]) => [name, text.replace('${AWS::Partition}', 'aws')]);
  const asked = (about: Readonly<Record<string, string>>) =>
    canInThisWorld(service, action, key, { context: about, openContext: true });
  const ofWritten = asked(Object.fromEntries(written) as typeof context);
  return ofWritten.decision === 'allowed' ? ofWritten : asked(context);
}
