import { Stack, type RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { isSomebody, NamedPrincipals } from './named-principals';
import type { Rotation } from './rotation';
import { enforcedOnSecret } from './secret-defaults';
import { grantOnSecret } from './secret-grants';
import { denials, guardPolicy, refusePolicyOf } from './secret-policy';
import {
  faultsOfOtherAccount,
  faultsOfSecretStatement,
  refuseOperator,
  refuseProps,
  refuseReplica,
  refuseSecretRemoval,
} from './secret-refusals';
import { SecretRotations } from './secret-rotations';
import { own } from '../defaults/own-construct';
import { enforce } from '../enforced/enforced';
import { enforceRetention } from '../enforced/retained';
import { SecureKey } from '../key/secure-key';
import { Refusals } from '../refusals/refusals';
import { Sandbox } from '../sandbox/sandbox';

/**
 * Settings of a `SecureSecret`; those that would weaken it are refused.
 */
export interface SecureSecretProps extends secretsmanager.SecretProps {
  /**
   * How the value is renewed, or why it never is.
   *
   * @default - `addRotationSchedule` is called, on the secret or on what `attach` returns; synthesis fails where nobody did
   */
  readonly rotation?: Rotation;

  /**
   * Who reads the value or puts another in by hand, such as the role of the people on call. It takes permissions of their own
   * too: this only keeps the policy of the secret from denying them.
   *
   * @default - nobody but whom the secret was granted to, CloudFormation and the root user
   */
  readonly operators?: iam.IPrincipal[];
}

/**
 * A secret whose value only gets to whoever was named.
 *
 * A raw secret is read by everybody in the account whose policies allow to read all secrets, is encrypted with a key that
 * all of them may use, is never renewed, and goes with its stack. This one is encrypted with a customer-managed key
 * (`SecureKey.shared` unless another is given). Its policy denies everything to other accounts, and the value
 * (`GetSecretValue`, `PutSecretValue`, `UpdateSecret`, `UpdateSecretVersionStage`) to every principal but those that a grant,
 * `FunctionSecret`, a rotation, `addToResourcePolicy` or `operators` named, the role with which CloudFormation deploys, what
 * CloudFormation does for its caller, and the root user. To manage the secret, and this policy, stays with IAM of the account.
 *
 * Grants name the principal and are narrower than the L2's: the key is used through Secrets Manager for this secret only, and
 * `grantWrite` does not allow `UpdateSecret`, which can change the key. A permission that is written without a grant has to be
 * named in `operators`.
 *
 * Throws for a value that is written out (`SecretValue.unsafePlainText`, a literal in `secretObjectValue` that is no user name,
 * host or the like), a `secretStringTemplate` with a secret in it, a key of AWS or an alias, a replica without a key of its
 * region, a rotation rarer than every 90 days, a removal policy that does not retain (except in a sandbox), and a statement
 * that opens the secret.
 *
 * Adds 1 resource beside the secret, its policy; and, where the stack has none, the shared key. Costs $0.40 a month for the
 * secret and each replica, $0.05 for 10,000 requests, and the shared key's $1 a month.
 *
 * *Deployment*: roles of other stacks of the app are named by how CloudFormation names them, so that the stacks need not wait
 * for each other; roles of a hosted rotation by the name of the stack. With another deployment role than that of the stack's
 * synthesizer, name it in `operators`, or CloudFormation can neither rotate, update nor resolve the value. Secrets Manager checks
 * that the policy is not public (`BlockPublicPolicy`), and replicates it with the secret.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
 * @see https://aws.amazon.com/secrets-manager/pricing/
 */
export class SecureSecret extends secretsmanager.Secret {
  private readonly named: NamedPrincipals;
  private readonly rotations: SecretRotations;

  constructor(scope: Construct, id: string, props: SecureSecretProps = {}) {
    const refusals = Refusals.ofNew(scope, id);
    refuseProps(refusals, scope, props);
    for (const operator of props.operators ?? []) refuseOperator(refusals, scope, operator);
    refusals.throwIfAny();

    const encryptionKey = props.encryptionKey ?? SecureKey.shared(scope);
    const removalPolicy = props.removalPolicy ?? Sandbox.removalPolicyFor(scope);
    super(scope, id, own({ ...props, encryptionKey, removalPolicy }));
    refusals.addIf(
      this.encryptionKey !== encryptionKey,
      "a property injector took the 'encryptionKey' away",
      'let it inject another one where none is given, or nothing',
    );
    refusals.throwIfAny();

    this.named = new NamedPrincipals(this);
    for (const operator of props.operators ?? []) this.named.add(operator);
    const resource = this.node.defaultChild as secretsmanager.CfnSecret;
    enforce(this, resource, enforcedOnSecret(encryptionKey.keyArn));
    enforceRetention(this, resource);

    const required = denials(this.named);
    for (const statement of required) super.addToResourcePolicy(statement);
    guardPolicy(this, required, removalPolicy);

    this.rotations = new SecretRotations(this, this.named, props.rotation);
    this.rotations.start();
  }

  /**
   * Lets somebody read the value, and names them in the policy.
   *
   * `secretsmanager:GetSecretValue`, and `DescribeSecret`, with which the caching clients of AWS notice a new version. A
   * function that needs neither gets less with `FunctionSecret.secretsManager`.
   */
  public override grantRead(grantee: iam.IGrantable, versionStages?: string[]): iam.Grant {
    return grantOnSecret(this, grantee, {
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      keyActions: ['kms:Decrypt'],
      versionStages,
    });
  }

  /**
   * Lets somebody put another value in, and names them in the policy; they need not be able to read it.
   *
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-authz
   */
  public override grantWrite(grantee: iam.IGrantable): iam.Grant {
    return grantOnSecret(this, grantee, {
      actions: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage'],
      keyActions: ['kms:GenerateDataKey', 'kms:Decrypt'],
    });
  }

  /**
   * Lets other principals in, with the exact actions that are meant, and names them.
   *
   * Throws when the statement lets in everybody, all of this account, a service for any account, allows `secretsmanager:*`, or
   * lets another account take the secret over.
   */
  public override addToResourcePolicy(statement: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    const refusals = Refusals.of(this);
    refusals.addAll(faultsOfSecretStatement(this, Stack.of(this).resolve(statement.toStatementJson())));
    refusals.addAll(faultsOfOtherAccount(this, statement));
    refusals.addIf(
      statement.effect === 'Allow' && !statement.principals.every(isSomebody),
      `'${statement.principals.map(String).join("', '")}' names nobody, and the policy denies whoever is not named`,
      'name the roles, or the accounts',
    );
    refusals.throwIfAny();
    if (statement.effect === 'Allow') for (const principal of statement.principals) this.named.add(principal);
    return super.addToResourcePolicy(statement);
  }

  /**
   * Renews the value on a schedule; the role of the function is named.
   *
   * Throws when it is rarer than every 90 days, and where `Rotation.none` says that there is none.
   */
  public override addRotationSchedule(
    id: string,
    options: secretsmanager.RotationScheduleOptions,
  ): secretsmanager.RotationSchedule {
    this.rotations.check(options);
    return this.rotations.hold(super.addRotationSchedule(id, options));
  }

  /**
   * Writes where a database is into its secret; grants and rotations of what is returned are those of the secret.
   */
  public override attach(target: secretsmanager.ISecretAttachmentTarget): secretsmanager.ISecret {
    const attached = super.attach(target);
    this.named.attachTo(attached);
    refusePolicyOf(attached.node.defaultChild as secretsmanager.CfnSecretTargetAttachment, this);
    return this.rotations.follow(attached);
  }

  /**
   * Keeps a copy in another region, with a key of that region.
   *
   * Throws without a customer-managed key.
   */
  public override addReplicaRegion(region: string, encryptionKey?: kms.IKeyRef): void {
    const refusals = Refusals.of(this);
    refuseReplica(refusals, this, region, encryptionKey);
    refusals.throwIfAny();
    super.addReplicaRegion(region, encryptionKey);
  }

  /**
   * Keeps the secret when it leaves the template.
   *
   * Throws for a policy that deletes it, except in a sandbox.
   */
  public override applyRemovalPolicy(policy: RemovalPolicy): void {
    const refusals = Refusals.of(this);
    refuseSecretRemoval(refusals, this, policy);
    refusals.throwIfAny();
    super.applyRemovalPolicy(policy);
  }
}
