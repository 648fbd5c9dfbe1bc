import type { RemovalPolicy } from 'aws-cdk-lib';
import { Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct, IConstruct } from 'constructs';
import { maximumRotationDays, pendingWindowDays } from './key-defaults';
import { defaultPendingWindow, hardenKey, minimumPendingWindow } from './key-hardening';
import { faultsOfKeyStatement, faultsOfOtherAccount, isForAccessLogs } from './key-refusals';
import { logsStatement } from './logs-statement';
import { isOpenToAnySource } from './service-conditions';
import { refuseRemoval } from '../enforced/retained';
import { Refusals } from '../refusals/refusals';
import { statementsIn } from '../resource-policy/statement';
import type { WrittenStatement } from '../resource-policy/statement';
import { Sandbox } from '../sandbox/sandbox';
import { rootStackOf } from '../stack/root-stack';

const SHARED = 'SharedKey';

/**
 * Settings of a `SecureKey`; those that would weaken it are refused.
 */
export interface SecureKeyProps extends kms.KeyProps {}

/**
 * A customer-managed KMS key that encrypts data of AWS services.
 *
 * Whoever may use the key can read everything that it encrypts, and whoever deletes it destroys all of it. The key is
 * symmetric and rotates every year, is kept when its stack goes, and can be saved for 30 days after somebody asked to
 * delete it. IAM of the account decides who may use it; other accounts and services get exactly the actions that they
 * were granted. Statements for services are limited to this account: what the CDK writes there, the ARN of the topic
 * or bucket that is itself encrypted with the key, could not be deployed.
 *
 * Throws when rotation is switched off or rarer than once a year, the key is asymmetric or disabled, can be deleted within 14 days (7 in a
 * sandbox), is not retained (except in a sandbox), or its policy lets in everybody, allows `kms:*` to somebody else,
 * or lets another account take the key over.
 *
 * Adds 1 resource. Costs $1 a month, $2 from the first and $3 from the second rotation on, and $0.03 for 10,000
 * requests.
 *
 * *Deployment*: in a sandbox the key is deleted with its stack, after 7 days. The policy may have 32 KB.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 * @see https://aws.amazon.com/kms/pricing/
 */
export class SecureKey extends kms.Key {
  /**
   * The key that everything in a root stack shares, made by the first who asks for it.
   *
   * One key a stack instead of one a resource: each costs a dollar a month and more with every rotation. A nested
   * stack uses the key of its root. Its construct id is `SharedKey`, under the root stack.
   *
   * Throws when the root stack has something else under that id.
   *
   * @param scope anything in the stack
   */
  public static shared(scope: IConstruct): SecureKey {
    const stack = rootStackOf(scope);
    const existing = stack.node.tryFindChild(SHARED);
    if (existing === undefined) {
      return new SecureKey(stack, SHARED, { description: `Encrypts what ${stack.node.path} stores` });
    }
    if (existing instanceof SecureKey) return existing;
    throw new Error(
      `${existing.node.path}: '${SHARED}' is the id of the key that the stack shares: give this construct another id`,
    );
  }

  private logsAllowed = false;

  constructor(scope: Construct, id: string, props: SecureKeyProps = {}) {
    refuse(Refusals.ofNew(scope, id), scope, props);
    super(scope, id, {
      ...props,
      // IAM of the account decides with and without CDK's feature flag for it: otherwise the policy would name the
      // roles that use the key, which may themselves need it.
      ...{ trustAccountIdentities: true },
      enableKeyRotation: true,
      pendingWindow: props.pendingWindow ?? defaultPendingWindow(scope),
      removalPolicy: props.removalPolicy ?? Sandbox.removalPolicyFor(scope),
    });

    hardenKey(this);
  }

  /**
   * Adds to the key policy what `grant…` cannot: services, and principals of other accounts.
   *
   * Throws when the statement lets in everybody, allows `kms:*`, or lets a service use the key for any account.
   */
  public override addToResourcePolicy(
    statement: iam.PolicyStatement,
    allowNoOp?: boolean,
  ): iam.AddToResourcePolicyResult {
    const refusals = Refusals.of(this);
    const written = Stack.of(this).resolve(statement.toStatementJson()) as WrittenStatement;
    refusals.addAll(faultsOfKeyStatement(this, written));
    refusals.addAll(faultsOfOtherAccount(this, statement));
    const isForNobody = isForAccessLogs(written);
    refusals.addIf(
      isForNobody,
      'S3 delivers access logs to no bucket with a KMS key',
      "pass a bucket with SSE-S3 as 'serverAccessLogsBucket', or make a SecureBucket, which has one",
    );
    refusals.addIf(
      !isForNobody && statement.effect === 'Allow' && isOpenToAnySource(this, statement.toStatementJson()),
      `${JSON.stringify(written.Principal)} without a condition could be made to use the key for another account`,
      "add the condition 'aws:SourceAccount' (or 'kms:ViaService', or an encryption context) that the service documents",
    );
    refusals.throwIfAny();
    return super.addToResourcePolicy(statement, allowNoOp);
  }

  /**
   * Lets CloudWatch Logs encrypt the log groups of this account and region with the key, and no others.
   *
   * Our log groups ask for it themselves; call it for a `logs.LogGroup` of your own.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  public allowLogs(): void {
    if (this.logsAllowed) return;
    this.logsAllowed = true;
    this.addToResourcePolicy(logsStatement(Stack.of(this)));
  }

  /**
   * Keeps the key when it leaves the template.
   *
   * Throws for a policy that deletes it, except in a sandbox.
   */
  public override applyRemovalPolicy(policy: RemovalPolicy): void {
    const refusals = Refusals.of(this);
    refuseRemoval(refusals, this, policy, 'destroys everything that the key encrypted');
    refusals.throwIfAny();
    super.applyRemovalPolicy(policy);
  }
}

function refuse(refusals: Refusals, scope: Construct, props: SecureKeyProps): void {
  refusals.addIf(
    props.enableKeyRotation === false,
    "'enableKeyRotation: false' leaves one key for ever",
    'remove it, data that was encrypted before stays readable',
  );
  refusals.addIf(props.enabled === false, "'enabled: false' makes what it encrypts unreadable", 'remove it');
  refusals.addIf(
    props.keySpec !== undefined && props.keySpec !== kms.KeySpec.SYMMETRIC_DEFAULT,
    `'keySpec: ${props.keySpec}' cannot encrypt for services`,
    "remove it, or use 'kms.Key' for a key of your own",
  );
  refusals.addIf(
    props.keyUsage !== undefined && props.keyUsage !== kms.KeyUsage.ENCRYPT_DECRYPT,
    `'keyUsage: ${props.keyUsage}' cannot encrypt for services`,
    "remove it, or use 'kms.Key' for a key of your own",
  );
  const rotation = props.rotationPeriod?.toDays();
  refusals.addIf(
    rotation !== undefined && !Token.isUnresolved(rotation) && rotation > maximumRotationDays,
    `'rotationPeriod' of ${rotation} days keeps one key for years`,
    `remove it, or use 90 to ${maximumRotationDays} days`,
  );
  const days = props.pendingWindow?.toDays();
  refusals.addIf(
    days !== undefined && (Token.isUnresolved(days) || days < minimumPendingWindow(scope)),
    Token.isUnresolved(days)
      ? "'pendingWindow' is a token, which may turn out too short to notice that the key goes"
      : `'pendingWindow' of ${days} days is too short to notice that the key goes`,
    `use ${minimumPendingWindow(scope)} to ${pendingWindowDays} days`,
  );
  refuseRemoval(refusals, scope, props.removalPolicy, 'destroys everything that the key encrypted');
  for (const statement of statementsIn(Stack.of(scope).resolve(props.policy?.toJSON()))) {
    refusals.addAll(faultsOfKeyStatement(scope, statement));
  }
  refusals.throwIfAny();
}
