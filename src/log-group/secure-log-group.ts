import type { RemovalPolicy } from 'aws-cdk-lib';
import { Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { enforcedOnLogGroup, minimumRetentionDays } from './log-group-defaults';
import { faultsOfLogStatement } from './log-group-refusals';
import { allowLogs } from './log-key';
import { enforce, render } from '../enforced/enforced';
import { enforceRetention, refuseRemoval } from '../enforced/retained';
import { refuseSecondWriter } from '../enforced/second-writer';
import { SecureKey } from '../key/secure-key';
import { Refusals } from '../refusals/refusals';
import { Sandbox } from '../sandbox/sandbox';

const removal = 'deletes the logs with the stack, and with them the traces of an attack';

/**
 * Settings of a `SecureLogGroup`; those that would weaken it are refused.
 */
export interface SecureLogGroupProps extends logs.LogGroupProps {}

/**
 * A CloudWatch log group that is encrypted with a customer-managed key and keeps its logs for a year.
 *
 * Logs repeat what an application handles, personal data and tokens included, and they are what an investigation
 * starts from: whoever may read or delete them should be decided twice, by IAM and by a key. Logs stay when the stack
 * goes. The key is the one that the stack shares (`SecureKey.shared`) unless another is given, and CloudWatch Logs is
 * let use it for the log groups of this account only. Masking of personal data is yours: `dataProtectionPolicy`.
 *
 * Throws when logs are kept for less than a year or are not retained (a sandbox may do both), or when
 * `addToResourcePolicy` lets in everybody, another account, or all actions.
 *
 * Adds 1 resource, and the shared key where the stack has none. Costs what CloudWatch Logs costs, $0.50 for each GB
 * that arrives and $0.03 a month for each GB that is kept, and the shared key's $1 a month.
 *
 * *Deployment*: the key's policy is complete before the log group is made, otherwise CloudWatch Logs refuses the key.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */
export class SecureLogGroup extends logs.LogGroup {
  constructor(scope: Construct, id: string, props: SecureLogGroupProps = {}) {
    refuse(Refusals.ofNew(scope, id), scope, props);
    const encryptionKey = props.encryptionKey ?? SecureKey.shared(scope);
    allowLogs(encryptionKey);
    super(scope, id, {
      ...props,
      encryptionKey,
      retention: props.retention ?? minimumRetentionDays,
      removalPolicy: props.removalPolicy ?? Sandbox.removalPolicyFor(scope),
    });

    const resource = this.node.defaultChild as logs.CfnLogGroup;
    enforce(this, resource, enforcedOnLogGroup(encryptionKey.keyRef.keyArn, Sandbox.isEnabled(this)));
    enforceRetention(this, resource);
    refuseSecondWriter(resource, {
      type: 'Custom::LogRetention',
      property: 'LogGroupName',
      name: resource.logGroupName,
      isWelcome: (writer) => keepsLongEnough((render(writer)?.Properties as Written).RetentionInDays, this),
      instead: `give the 'retention' to '${this.node.path}'`,
    });
  }

  /**
   * Lets a service or a principal of this account write to or read from the log group.
   *
   * Throws when the statement lets in everybody or another account, or allows all actions: a log group is shared with
   * other accounts through a subscription, which sends them copies and lets nobody in.
   */
  public override addToResourcePolicy(statement: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    const refusals = Refusals.of(this);
    refusals.addAll(faultsOfLogStatement(Stack.of(this), statement));
    refusals.throwIfAny();
    return super.addToResourcePolicy(statement);
  }

  /**
   * Keeps the logs when the log group leaves the template.
   *
   * Throws for a policy that deletes them, except in a sandbox.
   */
  public override applyRemovalPolicy(policy: RemovalPolicy): void {
    const refusals = Refusals.of(this);
    refuseRemoval(refusals, this, policy, removal);
    refusals.throwIfAny();
    super.applyRemovalPolicy(policy);
  }
}

interface Written {
  readonly RetentionInDays?: unknown;
}

/** Whether CDK's `LogRetention`, which sets it at deployment, leaves the logs as long as they have to stay. */
function keepsLongEnough(days: unknown, construct: Construct): boolean {
  return days === undefined || Sandbox.isEnabled(construct) || Number(days) >= minimumRetentionDays;
}

function refuse(refusals: Refusals, scope: Construct, props: SecureLogGroupProps): void {
  const { retention } = props;
  refusals.addIf(
    retention !== undefined &&
      !Token.isUnresolved(retention) &&
      retention < minimumRetentionDays &&
      !Sandbox.isEnabled(scope),
    `'retention' of ${retention} days is gone before most intrusions are found`,
    `keep logs for at least ${minimumRetentionDays} days, or call 'Sandbox.enable' on a stack that is to be thrown away`,
  );
  refuseRemoval(refusals, scope, props.removalPolicy, removal);
  refusals.throwIfAny();
}
