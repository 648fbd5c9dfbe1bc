import { inWrittenPartition } from './written-partitions';
import { arnOf, canInThisWorld } from '../../../iam';
import type { Verdict } from '../../../iam';
import { resourcePolicies } from '../../../iam/resource-policies';
import type { Resource } from '../../../template';
import { onceForResource } from '../../../template/once';

type Context = Readonly<Record<string, string>>;

/** A service that uses a key on behalf of a resource. */
interface KeyUser {
  /** As the service may be named in the policy; the first is how it is documented. */
  readonly services: readonly [string, ...string[]];
  readonly key: string;
  readonly actions: readonly string[];
  /** What the service says about the resource when it asks. */
  readonly context: (resource: Resource) => Context;
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

/** A verdict on an action. */
export interface ActionVerdict {
  readonly action: string;
  readonly verdict: Verdict;
}

/**
 * Whether the key policy lets the service do what it needs, under one of its names.
 *
 * Where the partition is written out in the policy, it is the one that the app is written for.
 */
export function mayUse(
  { services, actions, context }: KeyUser,
  key: Resource,
  user: Resource,
): readonly ActionVerdict[] {
  const about = context(user);
  const same = onceForResource(key, sameActions);
  const verdicts = new Map<string, Verdict>();
  return actions.map((action) => {
    const example = same.get(action) ?? action;
    let verdict = verdicts.get(example);
    if (!verdict) {
      verdict = underAnyName(services, example, key, about);
      verdicts.set(example, verdict);
    }
    return { action, verdict };
  });
}

/** For each action the first that every statement of the key policy takes as it takes this one. */
function sameActions(key: Resource): ReadonlyMap<string, string> {
  const statements = resourcePolicies(key).flatMap(({ document }) => document.statements);
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  for (const action of Object.values(keyUsers).flatMap(({ actions }) => actions)) {
    const covered = statements.map((statement) => statement.matchesAction(action)).join(' ');
    if (!first.has(covered)) first.set(covered, action);
    same.set(action, first.get(covered)!);
  }
  return same;
}

function underAnyName(services: KeyUser['services'], action: string, key: Resource, context: Context): Verdict {
  const [first, ...others] = services;
  let best = mayUseAs(first, action, key, context);
  for (const service of others) {
    if (best.decision === 'allowed') return best;
    const verdict = mayUseAs(service, action, key, context);
    if (best.decision === 'denied' || verdict.decision === 'allowed') best = verdict;
  }
  return best;
}

function mayUseAs(service: string, action: string, key: Resource, context: Context): Verdict {
  return inWrittenPartition(context, key, (known) =>
    canInThisWorld(service, action, key, { context: known, openContext: true }),
  );
}
