import { isDeepStrictEqual } from 'node:util';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { identityWithoutKey, namesAccessIdentity } from './access-identity';
import { minimumTlsVersion } from './bucket-defaults';
import { enforce } from '../enforced/enforced';
import type { EnforcedProperty } from '../enforced/enforced';
import { enforceRetention } from '../enforced/retained';
import { refuseSecondWriter } from '../enforced/second-writer';
import { expandActions } from '../facts/actions';
import { isOfOtherAccount } from '../resource-policy/other-account';
import { isConfusable, openings, statementsIn } from '../resource-policy/statement';
import type { Fault, WrittenStatement } from '../resource-policy/statement';

/**
 * What the owner of a bucket never lets another account do with it.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6
 */
const ownersOnly = [
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:PutEncryptionConfiguration',
  's3:PutObjectAcl',
];

/** What a statement of a bucket policy must not say. */
export function faultsOfBucketStatement(statement: WrittenStatement): Fault[] {
  const faults = openings(statement);
  if (statement.Effect === 'Deny') return faults;
  for (const action of actionsOf(statement).filter((a) => a === '*' || a === 's3:*')) {
    faults.push([
      `action '${action}' allows to change the bucket itself`,
      "list what is needed, such as 's3:GetObject'",
    ]);
  }
  return faults;
}

/** What is only refused at the line, where it is known whose account a principal belongs to. */
export function faultsOfNewStatement(bucket: s3.IBucket, statement: iam.PolicyStatement): Fault[] {
  const stack = Stack.of(bucket);
  const written = stack.resolve(statement.toStatementJson()) as WrittenStatement;
  const faults = faultsOfBucketStatement(written);
  if (statement.effect === iam.Effect.DENY) return faults;
  if (namesAccessIdentity(written)) faults.push(identityWithoutKey);
  if (isConfusable(written)) {
    faults.push([
      `${JSON.stringify(written.Principal)} without a condition could be made to act for another account`,
      "add the condition 'aws:SourceAccount'",
    ]);
  }
  const foreign = statement.principals.find((principal) => isOfOtherAccount(stack, principal));
  for (const action of foreign ? actionsOf(written).filter(isOwnersOnly) : []) {
    faults.push([
      `action '${action}' lets account '${foreign!.principalAccount}' open the bucket`,
      'keep it to this account',
    ]);
  }
  return faults;
}

function isOwnersOnly(action: string): boolean {
  return expandActions(action).some((exact) => ownersOnly.includes(exact));
}

/** The account that S3 acts for is known, and S3 says it. */
export function withSourceAccount(bucket: s3.IBucket, statement: iam.PolicyStatement): iam.PolicyStatement {
  if (!letsS3In(bucket, statement)) return statement;
  const sources = JSON.stringify(statement.conditions).toLowerCase();
  if (!sources.includes('"aws:sourcearn"') || sources.includes('"aws:sourceaccount"')) return statement;
  const copy = statement.copy();
  copy.addCondition('StringEquals', { 'aws:SourceAccount': Stack.of(bucket).account });
  return copy;
}

/** Whether a statement is for S3 and nobody else. */
export function letsS3In(bucket: s3.IBucket, statement: iam.PolicyStatement): boolean {
  const { Principal } = Stack.of(bucket).resolve(statement.toStatementJson()) as WrittenStatement;
  return statement.effect === iam.Effect.ALLOW && isDeepStrictEqual(Principal, { Service: 's3.amazonaws.com' });
}

/** The statements that must stand in the policy of every bucket that this library makes. */
export function transportStatements(bucketArn: string, minimumTls: number = minimumTlsVersion): iam.PolicyStatement[] {
  return [{ Bool: { 'aws:SecureTransport': 'false' } }, { NumericLessThan: { 's3:TlsVersion': minimumTls } }].map(
    (conditions) =>
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:*'],
        resources: [bucketArn, `${bucketArn}/*`],
        conditions,
      }),
  );
}

/**
 * Holds statements in the policy of a bucket, and nothing beside them that opens it.
 *
 * The L2 has written some of them already, unless an injector told it not to; CDK drops what stands there twice. A
 * bucket that is kept keeps its policy, without which it takes old TLS and other keys again.
 */
export function guardPolicy(
  bucket: s3.Bucket,
  required: readonly iam.PolicyStatement[],
  removalPolicy: RemovalPolicy,
): void {
  for (const statement of required) bucket.addToResourcePolicy(statement);
  const policy = bucket.policy!;
  const resource = policy.node.defaultChild as s3.CfnBucketPolicy;
  policy.applyRemovalPolicy(removalPolicy);
  enforce(bucket, resource, enforcedOnPolicy(bucket, required));
  enforceRetention(bucket, resource);

  const target = bucket.node.defaultChild as s3.CfnBucket;
  refuseSecondWriter(target, {
    type: resource.cfnResourceType,
    property: 'Bucket',
    name: target.bucketName,
    isWelcome: (writer) => writer === resource,
    instead: `use 'addToResourcePolicy' of '${bucket.node.path}'`,
  });
}

/** What no aspect, mixin or override changes in the policy of a bucket. */
function enforcedOnPolicy(bucket: s3.IBucket, required: readonly iam.PolicyStatement[]): EnforcedProperty[] {
  const stack = Stack.of(bucket);
  return [
    {
      path: 'Bucket',
      value: bucket.bucketName,
      rule: 's3-policy-missing',
      instead: 'make a policy of its own for another bucket',
    },
    {
      path: 'PolicyDocument',
      accepts: (got) => {
        const written = statementsIn(got);
        return (
          written.every((statement) => faultsOfBucketStatement(statement).length === 0) &&
          required.every((statement) => {
            const wanted = stack.resolve(statement.toStatementJson()) as WrittenStatement;
            return written.some((candidate) => covers(candidate, wanted));
          })
        );
      },
      rule: 's3-ssl-only',
      instead:
        'keep the statements of the library (old TLS and other encryption denied, access logs let in), and let nobody in but named principals with named actions',
    },
  ];
}

/** Whether a statement says at least what the wanted one does; CDK merges statements that differ in one element. */
function covers(candidate: WrittenStatement, wanted: WrittenStatement): boolean {
  const holds = (element: 'Action' | 'Resource') =>
    [wanted[element]].flat().every((w) => [candidate[element]].flat().some((c) => isDeepStrictEqual(c, w)));
  return (
    candidate.Effect === wanted.Effect &&
    isDeepStrictEqual(candidate.Principal, wanted.Principal) &&
    isDeepStrictEqual(candidate.Condition, wanted.Condition) &&
    holds('Action') &&
    holds('Resource')
  );
}

function actionsOf({ Action }: WrittenStatement): string[] {
  return [Action]
    .flat()
    .filter((action) => typeof action === 'string')
    .map((action) => action.toLowerCase());
}
