import { Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { stagingNameOf } from './handler/staging-name';

/** A parameter as policies name it. */
export interface NamedParameter {
  readonly arn: string;
  readonly keyArn: string;
  /** Whether its content is encrypted with a data key, as that of advanced parameters is. */
  readonly isAdvanced: boolean;
  /** Where the next value lies while it is rotated; absent where it is never. */
  readonly stagingArn?: string;
}

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
export function lifecycleStatements(
  scope: IConstruct,
  { arn, keyArn, isAdvanced, stagingArn }: NamedParameter,
): iam.PolicyStatement[] {
  const stagingArns = stagingArn === undefined ? [] : [stagingArn];
  const useOfKey = (actions: string[], arns: string[]) =>
    new iam.PolicyStatement({ actions, resources: [keyArn], conditions: throughParameterStore(scope, arns) });
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
    useOfKey([encryptActionOf(isAdvanced)], isAdvanced ? [arn] : [arn, ...stagingArns]),
    ...stagingArns.flatMap((staging) => [
      new iam.PolicyStatement({ actions: ['ssm:GetParameter'], resources: [staging] }),
      useOfKey(isAdvanced ? ['kms:Encrypt', 'kms:Decrypt'] : ['kms:Decrypt'], [staging]),
    ]),
  ];
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

/**
 * Only what SSM asks KMS for, and only for these parameters.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
 */
function throughParameterStore(scope: IConstruct, arns: string[]) {
  return {
    StringEquals: {
      'kms:ViaService': parameterStoreOf(scope),
      'kms:EncryptionContext:PARAMETER_ARN': arns,
    },
  };
}

function parameterStoreOf(scope: IConstruct): string {
  const { region, urlSuffix } = Stack.of(scope);
  return `ssm.${region}.${urlSuffix}`;
}
