import { Token } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { refuseName } from './parameter-name';
import type { SecureStringParameterProps } from './secure-string-parameter';
import type { SecureStringValue } from './secure-string-value';
import { refuseRemoval } from '../enforced/retained';
import { findSecret, inWords } from '../facts/secrets';
import { aliasOf } from '../key/key-alias';
import type { Refusals } from '../refusals/refusals';

export const removal = 'deletes the value, which nobody else has, with the stack';

/** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
const longest = { description: 1024, allowedPattern: 1024 };

/** What the placeholder takes of a pattern that it has to get past. */
const keptForPlaceholder = 124;

export function refuseParameter(
  refusals: Refusals,
  scope: Construct,
  props: SecureStringParameterProps,
  value: SecureStringValue,
): void {
  refuseName(refusals, props.parameterName, props.simpleName);
  value._refuse(refusals);
  refusals.addIf(
    props.tier === ssm.ParameterTier.INTELLIGENT_TIERING,
    "'tier: Intelligent-Tiering' leaves open with which permission the value is encrypted",
    'choose STANDARD for up to 4 KB, or ADVANCED for up to 8 KB',
  );
  const alias = aliasOf(scope, props.encryptionKey);
  refusals.addIf(
    alias !== undefined,
    `'encryptionKey' is the alias '${alias}', on which AWS grants nothing`,
    "pass the key itself, such as 'kms.Key.fromKeyArn', or 'aliasTargetKey' of the alias",
  );
  const { description = '', allowedPattern = '' } = props;
  const found = Token.isUnresolved(description) ? undefined : findSecret('description', description, 'prose');
  refusals.addIf(
    found !== undefined,
    `'description' looks like ${found ? inWords(found) : ''}`,
    'say what the value is for, everybody can read it',
  );
  refusals.addIf(
    description.length > longest.description && !Token.isUnresolved(description),
    `'description' of ${description.length} characters`,
    `write at most ${longest.description}`,
  );
  const most = longest.allowedPattern - (value._isGenerated ? 0 : keptForPlaceholder);
  refusals.addIf(
    allowedPattern.length > most && !Token.isUnresolved(allowedPattern),
    `'allowedPattern' of ${allowedPattern.length} characters`,
    `write at most ${most}`,
  );
  refuseRemoval(refusals, scope, props.removalPolicy, removal);
  refusals.throwIfAny();
}
