import { Token, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as ssm from 'aws-cdk-lib/aws-ssm';
import type { NamedParameterSecretOptions, ParameterSecretOptions } from './function-secret';
import { findSecret } from '../facts/secrets';
import { withUseOfKey } from '../grants/limited-grant';
import { aliasOf, isAliasOfAws } from '../key/key-alias';
import { parameterArnOf, refuseName } from '../parameter/parameter-name';
import { Refusals } from '../refusals/refusals';

/**
 * A SecureString as a function reads it.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
 */
export class ParameterSource {
  private readonly refusals: Refusals;

  constructor(
    private readonly fn: lambda.IFunction,
    private readonly name: string,
    private readonly options: ParameterSecretOptions,
  ) {
    this.refusals = Refusals.of(fn);
  }

  public read(parameter: ssm.IParameter): Record<string, string> {
    const { env, parameterArn, parameterName, parameterType } = parameter;
    const { encryptionKey } = parameter as { readonly encryptionKey?: kms.IKey };
    const isShared = Token.compareStrings(env.account, this.fn.env.account) === TokenComparison.DIFFERENT;
    const what = `'${parameter.node.path}' in '${this.name}'`;
    this.refusals.addIf(
      parameterType !== 'SecureString',
      `${what} is a parameter that everybody may read who may read parameters`,
      "pass a 'SecureStringParameter', or 'StringParameter.fromSecureStringParameterAttributes'; what is no secret goes into 'environment'",
    );
    this.refusals.addIf(
      Token.compareStrings(env.region, this.fn.env.region) === TokenComparison.DIFFERENT,
      `${what} is in region '${env.region}', and the Parameter Store of the function's region does not have it`,
      "keep a parameter in the region of the function, or a secret of Secrets Manager with 'replicaRegions'",
    );
    this.refusals.addIf(
      isShared && (encryptionKey === undefined || this.selector() !== ''),
      `${what} is of account '${env.account}'`,
      "share it with AWS RAM, and pass it with its 'encryptionKey', without version and label: the key 'aws/ssm' decrypts for its own account only",
    );
    return this.readFrom(isShared ? parameterArn : parameterName, parameterArn, encryptionKey);
  }

  public readNamed(parameterName: string, { encryptionKey }: NamedParameterSecretOptions): Record<string, string> {
    const isToken = Token.isUnresolved(parameterName);
    this.refusals.addIf(
      isToken,
      `the name of the parameter in '${this.name}' is a token`,
      "write the name, or pass the parameter to 'FunctionSecret.ssm'",
    );
    this.refusals.addIf(
      findSecret('', parameterName) !== undefined,
      `the name of the parameter in '${this.name}' looks like the secret itself`,
      'write the name under which it is stored',
    );
    this.refusals.throwIfAny();
    if (!isToken) refuseName(this.refusals, parameterName, undefined);
    this.refusals.throwIfAny();
    const parameterArn = parameterArnOf(this.fn, parameterName, undefined);
    return this.readFrom(parameterName, parameterArn, encryptionKey);
  }

  private readFrom(parameterName: string, parameterArn: string, key: kms.IKey | undefined): Record<string, string> {
    const alias = aliasOf(this.fn, key);
    this.refusals.addIf(
      alias !== undefined && !isAliasOfAws(alias),
      `the key of '${this.name}' is the alias '${alias ?? ''}', on which AWS grants nothing`,
      "pass the key itself, such as 'kms.Key.fromKeyArn', or 'aliasTargetKey' of the alias",
    );
    const { version, label } = this.options;
    this.refusals.addIf(
      version !== undefined && label !== undefined,
      `'version' and 'label' of '${this.name}'`,
      'write one of them',
    );
    this.refusals.throwIfAny();

    const { fn: grantee } = this;
    const grant = iam.Grant.addToPrincipal({ grantee, actions: ['ssm:GetParameter'], resourceArns: [parameterArn] });
    withUseOfKey(grant, {
      grantee,
      key: alias === undefined ? key : undefined,
      actions: ['kms:Decrypt'],
      service: 'ssm',
      of: grantee,
      encryptionContext: { PARAMETER_ARN: parameterArn },
    });
    return { [`${this.name}_PARAMETER_NAME`]: `${parameterName}${this.selector()}` };
  }

  /** As `GetParameter` takes it, behind the name. */
  private selector(): string {
    const selected = this.options.version ?? this.options.label;
    return selected === undefined ? '' : `:${selected}`;
  }
}
