import { Token, TokenComparison } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { SecretsManagerSecretOptions } from './function-secret';
import { grantOnSecret } from './secret-grants';
import { aliasOf } from '../key/key-alias';
import { Refusals } from '../refusals/refusals';

/**
 * A secret of Secrets Manager as a function reads it.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export class SecretSource {
  constructor(
    private readonly fn: lambda.IFunction,
    private readonly name: string,
    private readonly options: SecretsManagerSecretOptions,
  ) {}

  public read(secret: secretsmanager.ISecret): Record<string, string> {
    this.refuse(secret);
    const { jsonField, versionStage } = this.options;
    grantOnSecret(secret, this.fn, {
      actions: ['secretsmanager:GetSecretValue'],
      keyActions: ['kms:Decrypt'],
      versionStages: versionStage === undefined ? undefined : [versionStage],
    });
    return {
      [`${this.name}_SECRET_ARN`]: secret.secretArn,
      ...(jsonField !== undefined && { [`${this.name}_JSON_FIELD`]: jsonField }),
      ...(versionStage !== undefined && { [`${this.name}_VERSION_STAGE`]: versionStage }),
    };
  }

  private refuse(secret: secretsmanager.ISecret): void {
    const { env, secretArn, secretFullArn, encryptionKey } = secret;
    const refusals = Refusals.of(this.fn);
    const what = `'${secret.node.path}' in '${this.name}'`;
    refusals.addIf(
      !Token.isUnresolved(secretArn) && !secretArn.startsWith('arn:'),
      `${what} is a name, with which the names of other secrets begin`,
      "import it with 'Secret.fromSecretNameV2' or 'Secret.fromSecretCompleteArn'",
    );
    refusals.addIf(
      Token.compareStrings(env.region, this.fn.env.region) === TokenComparison.DIFFERENT,
      `${what} is in region '${env.region}', which the function would ask at every cold start, or not at all`,
      "replicate it with 'replicaRegions', and pass the replica of the function's region, imported with its key",
    );
    refusals.addIf(
      Token.compareStrings(env.account, this.fn.env.account) === TokenComparison.DIFFERENT &&
        (encryptionKey === undefined || secretFullArn === undefined),
      `${what} is of account '${env.account}'`,
      "import it with 'Secret.fromSecretAttributes', its complete ARN and its customer-managed 'encryptionKey': AWS gives it to no other account without",
    );
    const alias = aliasOf(this.fn, encryptionKey);
    refusals.addIf(
      alias !== undefined,
      `the key of ${what} is the alias '${alias ?? ''}', on which AWS grants nothing`,
      "pass the key itself, such as 'kms.Key.fromKeyArn'; for 'aws/secretsmanager' leave it out",
    );
    refusals.throwIfAny();
  }
}
