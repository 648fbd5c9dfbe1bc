import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as ssm from 'aws-cdk-lib/aws-ssm';
import { ParameterSource } from './parameter-source';
import { SecretSource } from './secret-source';

/**
 * Which value of a parameter a function reads.
 */
export interface ParameterSecretOptions {
  /**
   * The version, so that a new value is only read after a deployment. Not together with `label`.
   *
   * @default - the newest
   */
  readonly version?: number;

  /**
   * The label that the version has. Not together with `version`.
   *
   * @default - the newest
   * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html
   */
  readonly label?: string;
}

/**
 * Which value of a parameter that is known by its name a function reads.
 */
export interface NamedParameterSecretOptions extends ParameterSecretOptions {
  /**
   * The customer-managed key that encrypts the parameter.
   *
   * @default - the key that AWS manages, `aws/ssm`, which needs no permission
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * Which value of a secret a function reads.
 */
export interface SecretsManagerSecretOptions {
  /**
   * The field of a JSON value that the code uses. It tells the code what to look for; Secrets Manager always gives out the whole
   * value.
   *
   * @default - all of the value
   */
  readonly jsonField?: string;

  /**
   * The staging label of the version: `AWSCURRENT`, `AWSPREVIOUS`, or one of your own. No other version can be read.
   *
   * @default - the current version; the function may read others
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version
   */
  readonly versionStage?: string;
}

/**
 * A secret that the code of a function reads when it runs.
 *
 * What stands in the environment is in the template, in the console and in every crash report. Here the environment has
 * the name of the secret, and the role may read exactly that one, through its service, with exactly its key. For a secret
 * with the name `DB_PASSWORD` the code finds
 *
 * - `DB_PASSWORD_PARAMETER_NAME`, for `GetParameter` with decryption, with the version or label if there is one;
 * - `DB_PASSWORD_SECRET_ARN`, for `GetSecretValue`; with `DB_PASSWORD_JSON_FIELD` and `DB_PASSWORD_VERSION_STAGE` where
 *   these were asked for.
 *
 * How to read it, with the extension of AWS that keeps what was read (`paramsAndSecrets` of the function), with
 * Powertools or with the SDK: `docs/function-secrets.md`.
 *
 * Adds no resource. Costs nothing for a standard parameter, $0.40 a month and $0.05 for 10,000 requests for a secret.
 *
 * *Deployment*: nothing looks whether the secret is there; a function that reads one that is not there yet fails.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 */
export class FunctionSecret {
  /**
   * A SecureString of the Parameter Store: a `SecureStringParameter`, or one that is there already.
   *
   * The role gets `ssm:GetParameter` on it, and `kms:Decrypt` with its `encryptionKey` through the Parameter Store for this
   * parameter only. A parameter of another account, which shares it with this one, is named by its ARN.
   *
   * Throws for a `String` or `StringList` parameter, one of another region, and one of another account without a key.
   *
   * @param parameter such as `StringParameter.fromSecureStringParameterAttributes`
   * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html
   */
  public static ssm(parameter: ssm.IParameter, options: ParameterSecretOptions = {}): FunctionSecret {
    return new FunctionSecret((fn, name) => new ParameterSource(fn, name, options).read(parameter));
  }

  /**
   * A SecureString of the Parameter Store in the account and region of the function, by its name.
   *
   * Throws for a name that the Parameter Store does not take, or that is only known after deployment.
   *
   * @param parameterName `/orders/db-password`, or `db-password`
   */
  public static ssmName(parameterName: string, options: NamedParameterSecretOptions = {}): FunctionSecret {
    return new FunctionSecret((fn, name) => new ParameterSource(fn, name, options).readNamed(parameterName, options));
  }

  /**
   * A secret of Secrets Manager: a `SecureSecret`, a raw one, or one that is there already.
   *
   * The role gets `secretsmanager:GetSecretValue` on it, and `kms:Decrypt` with its `encryptionKey` through Secrets Manager
   * for this secret only. Where the secret is of another account, its policy and its key have to let the function in too.
   *
   * Throws for a secret of another region (read a replica instead), one of another account without its complete ARN and key,
   * and one that is known by its name alone.
   */
  public static secretsManager(
    secret: secretsmanager.ISecret,
    options: SecretsManagerSecretOptions = {},
  ): FunctionSecret {
    return new FunctionSecret((fn, name) => new SecretSource(fn, name, options).read(secret));
  }

  private constructor(private readonly readBy: (fn: lambda.IFunction, name: string) => Record<string, string>) {}

  /**
   * Lets the function read it.
   *
   * @returns the variables that tell the code where it is
   *
   * @internal
   */
  public _readBy(fn: lambda.IFunction, name: string): Record<string, string> {
    return this.readBy(fn, name);
  }
}
