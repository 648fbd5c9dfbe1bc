import { Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { stagingNameOf } from './handler/staging-name';

/** A parameter as policies name it. */
export interface NamedParameter {
  readonly arn: string;
  /** Whether its content is encrypted with a data key, as that of advanced parameters is. */
  readonly isAdvanced: boolean;
  /** Where the next value lies while it is rotated; absent where it is never. */
  readonly stagingArn?: string;
}

/** What KMS is asked for, and for which parameters. */
export type UsesOfKey = Readonly<Record<string, readonly string[]>>;

/**
 * What KMS is asked for when a value is put in.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 */
export function encryptActionOf(isAdvanced: boolean): string {
  return isAdvanced ? 'kms:GenerateDataKey' : 'kms:Encrypt';
}

/**
 * What it takes to make, replace and delete a parameter. Its value cannot be read with it, but for one that is on its
 * way in.
 */
export function lifecycleStatements({ arn, stagingArn }: NamedParameter): iam.PolicyStatement[] {
  const stagingArns = stagingArn === undefined ? [] : [stagingArn];
  return [
    new iam.PolicyStatement({
      actions: [
        'ssm:PutParameter',
        'ssm:DeleteParameter',
        'ssm:GetParameterHistory',
        'ssm:AddTagsToResource',
        'ssm:ListTagsForResource',
      ],
      resources: [arn, ...stagingArns],
    }),
    ...stagingArns.map((staging) => new iam.PolicyStatement({ actions: ['ssm:GetParameter'], resources: [staging] })),
  ];
}

/** What putting the value of a parameter in takes of its key; the next value is a standard parameter. */
export function usesOfKey({ arn, isAdvanced, stagingArn }: NamedParameter): UsesOfKey {
  const encrypted = { [encryptActionOf(isAdvanced)]: [arn] };
  if (stagingArn === undefined) return encrypted;
  return { ...encrypted, 'kms:Encrypt': isAdvanced ? [stagingArn] : [arn, stagingArn], 'kms:Decrypt': [stagingArn] };
}

/**
 * Only what SSM asks KMS for, and only for these parameters.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
 */
export function useOfKeyStatement(
  scope: IConstruct,
  keyArn: string,
  action: string,
  arns: () => readonly string[],
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: [action],
    resources: [keyArn],
    conditions: {
      StringEquals: {
        'kms:ViaService': parameterStoreOf(scope),
        'kms:EncryptionContext:PARAMETER_ARN': Lazy.uncachedAny({ produce: () => [...arns()] }),
      },
    },
  });
}

/**
 * What makes parameters reads none, but for a value that is on its way into one; whatever the key is used for besides.
 */
export function readsNothingStatement(scope: IConstruct, rotates: () => boolean): iam.PolicyStatement {
  return new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: {
      StringEquals: { 'kms:ViaService': parameterStoreOf(scope) },
      StringNotLike: Lazy.uncachedAny({
        produce: () => (rotates() ? { 'kms:EncryptionContext:PARAMETER_ARN': stagingNameOf('*') } : undefined),
      }),
    },
  });
}

function parameterStoreOf(scope: IConstruct): string {
  const { region, urlSuffix } = Stack.of(scope);
  return `ssm.${region}.${urlSuffix}`;
}
