import { isDeepStrictEqual } from 'node:util';
import { Lazy, Stack, type RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { NamedPrincipals } from './named-principals';
import { valueActions } from './secret-defaults';
import { faultsOfSecretStatement } from './secret-refusals';
import { enforce } from '../enforced/enforced';
import { enforceRetention } from '../enforced/retained';
import { refuseSecondWriter } from '../enforced/second-writer';
import { statementsIn } from '../resource-policy/statement';

/** AWS services that act for themselves have no ARN and no account; who is not signed in is none of them. */
const byNoService = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };

/**
 * What the policy of a secret denies: everything to other accounts, and the value to whoever was not named.
 *
 * Without it, everybody whose own policies allow `secretsmanager:GetSecretValue` on everything reads the secret. What
 * manages a secret is left to IAM of the account, so that nobody is locked out. CloudFormation acts as a role that is
 * named, or with the permissions of whoever called it, which `aws:CalledViaLast` tells.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-calledvialast
 */
export function denials(named: NamedPrincipals): iam.PolicyStatement[] {
  const deny = (sid: string, actions: readonly string[], conditions: Record<string, unknown>) =>
    new iam.PolicyStatement({
      sid,
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: [...actions],
      resources: ['*'],
      conditions: { ...conditions, ...byNoService },
    });
  return [
    deny('DenyOtherAccounts', ['secretsmanager:*'], {
      StringNotEquals: { 'aws:PrincipalAccount': Lazy.uncachedList({ produce: () => named.accounts() }) },
    }),
    deny('DenyValueToOthers', valueActions, {
      ArnNotLike: { 'aws:PrincipalArn': Lazy.uncachedList({ produce: () => named.arns() }) },
      StringNotEquals: { 'aws:CalledViaLast': 'cloudformation.amazonaws.com' },
    }),
  ];
}

/** Holds the policy of a secret as it was written, where it keeps its denials and opens the secret to nobody. */
export function guardPolicy(
  secret: secretsmanager.Secret,
  required: readonly iam.PolicyStatement[],
  removalPolicy: RemovalPolicy,
): void {
  const policy = secret.node.findChild('Policy') as secretsmanager.ResourcePolicy;
  const resource = policy.node.defaultChild as secretsmanager.CfnResourcePolicy;
  resource.blockPublicPolicy = true;
  policy.applyRemovalPolicy(removalPolicy);
  const instead = `use 'addToResourcePolicy' of '${secret.node.path}'`;
  enforce(secret, resource, [
    { path: 'SecretId', value: secret.secretArn, rule: 'secret-policy-public', instead },
    { path: 'BlockPublicPolicy', value: true, rule: 'secret-policy-public', instead },
    { path: 'ResourcePolicy', value: policy.document, rule: 'secret-policy-public', instead },
    {
      path: 'ResourcePolicy',
      accepts: (got) => isSecure(secret, required, got),
      rule: 'secret-policy-public',
      instead:
        'keep what it denies to other accounts and to whoever was not named, and let nobody in but named principals',
    },
  ]);
  enforceRetention(secret, resource);

  const target = secret.node.defaultChild as secretsmanager.CfnSecret;
  refuseSecondWriter(target, {
    type: resource.cfnResourceType,
    property: 'SecretId',
    name: target.name,
    isWelcome: (writer) => writer === resource,
    instead,
  });
}

/** The policy of an attachment is one of the secret: it would replace what the secret denies. */
export function refusePolicyOf(
  attachment: secretsmanager.CfnSecretTargetAttachment,
  secret: secretsmanager.Secret,
): void {
  refuseSecondWriter(attachment, {
    type: secretsmanager.CfnResourcePolicy.CFN_RESOURCE_TYPE_NAME,
    property: 'SecretId',
    isWelcome: () => false,
    instead: `use 'addToResourcePolicy' of '${secret.node.path}'`,
  });
}

function isSecure(secret: secretsmanager.Secret, required: readonly iam.PolicyStatement[], policy: unknown): boolean {
  const stack = Stack.of(secret);
  const written = statementsIn(policy);
  return (
    written.every((statement) => faultsOfSecretStatement(secret, statement).length === 0) &&
    required.every((statement) => {
      const wanted: unknown = stack.resolve(statement.toStatementJson());
      return written.some((candidate) => isDeepStrictEqual(candidate, wanted));
    })
  );
}
